import type { TextRange } from "#domain/text/blocks";
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

function blockNear(article: HTMLElement, x: number, y: number): Element {
  return document.elementFromPoint(x, y)?.closest(".block") ?? article;
}
