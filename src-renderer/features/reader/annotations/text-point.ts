import type { TextRange } from "#domain/text/blocks";
import {
  pointPlace,
  type Anchor,
  type Place,
} from "../../../ui/keep-in-window";
import { domRange, offsetAt } from "../text-nodes";

/** The place of the canonical text under a point of the window, if letters stand there. */
export function placeAtPoint(
  article: HTMLElement,
  x: number,
  y: number,
): number | undefined {
  const position = document.caretPositionFromPoint(x, y);
  if (!position || !article.contains(position.offsetNode)) return undefined;
  return offsetAt(position.offsetNode, position.offset);
}

/** Tells whether a point lies on the letters of a range, not only beside them in the same line. */
export function isOnText(
  article: HTMLElement,
  range: TextRange,
  x: number,
  y: number,
): boolean {
  const rects = domRange(blockNear(article, x, y), range)?.getClientRects();
  return [...(rects ?? [])].some(
    (box) =>
      x >= box.left - 1 &&
      x <= box.right + 1 &&
      y >= box.top - 1 &&
      y <= box.bottom + 1,
  );
}

/** Where a range stands on the screen now. */
export function boxOfRange(
  article: HTMLElement,
  range: TextRange,
): DOMRect | undefined {
  return domRange(article, range)?.getBoundingClientRect();
}

/** The box of a range, wherever it comes to stand; where it is not on the page at first, `otherwise`. */
export function anchorOfRange(
  article: HTMLElement,
  range: TextRange,
  otherwise: Place,
): Anchor {
  const isThere = boxOfRange(article, range) !== undefined;
  return isThere ? () => boxOfRange(article, range) : otherwise;
}

/** A point in a range: it moves with the range; when its lines break otherwise, the range stands in. */
export function anchorInRange(
  article: HTMLElement,
  range: TextRange,
  { x, y }: { readonly x: number; readonly y: number },
): Anchor {
  const before = boxOfRange(article, range);
  return () => {
    const now = boxOfRange(article, range);
    if (!before || !now) return pointPlace(x, y);
    const isAsItWas =
      now.width === before.width && now.height === before.height;
    return isAsItWas
      ? pointPlace(x + now.left - before.left, y + now.top - before.top)
      : now;
  };
}

function blockNear(article: HTMLElement, x: number, y: number): Element {
  return document.elementFromPoint(x, y)?.closest(".block") ?? article;
}
