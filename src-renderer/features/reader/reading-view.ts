import type { ReadingPosition } from "#domain/library/reading-position";
import type { Place } from "./reader-session.svelte";

const EDGE = 8;

/** Reads off a scrolled view where one stands in the text. `length`: of the whole text. */
export function placeOf(view: HTMLElement, length: number): Place | undefined {
  const { top, bottom } = view.getBoundingClientRect();
  const blocks = [...view.querySelectorAll<HTMLElement>("[data-start]")];
  const first = blocks.find(
    (block) => block.getBoundingClientRect().bottom > top + EDGE,
  );
  if (!first) return undefined;
  const box = first.getBoundingClientRect();
  const isAtEnd =
    view.scrollTop + view.clientHeight >= view.scrollHeight - EDGE;
  const after = blocks.find(
    (block) => block.getBoundingClientRect().top > bottom,
  );
  const seen = isAtEnd || !after ? length : Number(after.dataset["start"]);
  return {
    offset: Number(first.dataset["start"]),
    within:
      box.height > 0
        ? Math.min(1, Math.max(0, (top - box.top) / box.height))
        : 0,
    seenUntil: length > 0 ? Math.min(1, seen / length) : 1,
  };
}

/** Scrolls a view to where one stood, whatever its size is now. */
export function scrollToPlace(
  view: HTMLElement,
  { offset, within }: ReadingPosition,
): void {
  const blocks = [...view.querySelectorAll<HTMLElement>("[data-start]")];
  const block = blocks.findLast(
    (each) => Number(each.dataset["start"]) <= offset,
  );
  if (!block || offset === 0) return;
  const box = block.getBoundingClientRect();
  view.scrollTop +=
    box.top - view.getBoundingClientRect().top + within * box.height;
}
