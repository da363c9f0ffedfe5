import type { TextRange } from "#domain/text/blocks";

/** What of the text stands in view. */
export interface PlaceInView {
  /** Offset of the first block in view. */
  readonly offset: number;
  /** Share of that block above the view's top edge. */
  readonly within: number;
  /** The stretch that can be seen. */
  readonly visible: TextRange;
}

const blocksOf = (scroller: Element): HTMLElement[] => [
  ...scroller.querySelectorAll<HTMLElement>("[data-block]"),
];
const startOf = (block: HTMLElement): number => Number(block.dataset["start"]);
const endOf = (block: HTMLElement): number => Number(block.dataset["end"]);

/** Measures which stretch of the text is in view; `undefined` without blocks. */
export function placeInView(scroller: Element): PlaceInView | undefined {
  const view = scroller.getBoundingClientRect();
  const blocks = blocksOf(scroller);
  const first =
    blocks.find(
      (block) => block.getBoundingClientRect().bottom > view.top + 1,
    ) ?? blocks.at(-1);
  const last =
    blocks.findLast(
      (block) => block.getBoundingClientRect().top < view.bottom,
    ) ?? first;
  if (!first || !last) return undefined;
  const within = shareAbove(first, view.top);
  const until = shareAbove(last, view.bottom);
  return {
    offset: startOf(first),
    within,
    visible: {
      start: Math.round(
        startOf(first) + within * (endOf(first) - startOf(first)),
      ),
      end: Math.round(startOf(last) + until * (endOf(last) - startOf(last))),
    },
  };
}

/** Scrolls so that the same letter stands at the top again, whatever the width and size are now. */
export function scrollToPlace(
  scroller: Element,
  place: { readonly offset: number; readonly within: number },
): void {
  const block = blocksOf(scroller).findLast(
    (each) => startOf(each) <= place.offset,
  );
  if (!block) return;
  const rect = block.getBoundingClientRect();
  const isAtTop = startOf(block) === 0 && place.within === 0;
  scroller.scrollTop = isAtTop
    ? 0
    : scroller.scrollTop +
      rect.top -
      scroller.getBoundingClientRect().top +
      place.within * rect.height;
}

/** Brings a block to the top of the view, with a little air. */
export function scrollToBlock(
  scroller: Element,
  offset: number,
  isSmooth: boolean,
): HTMLElement | undefined {
  const block = blocksOf(scroller).find((each) => startOf(each) === offset);
  if (!block) return undefined;
  const top =
    scroller.scrollTop +
    block.getBoundingClientRect().top -
    scroller.getBoundingClientRect().top -
    20;
  scroller.scrollTo({ top, behavior: isSmooth ? "smooth" : "auto" });
  return block;
}

function shareAbove(block: HTMLElement, edge: number): number {
  const { top, height } = block.getBoundingClientRect();
  return height <= 0 ? 0 : Math.min(1, Math.max(0, (edge - top) / height));
}
