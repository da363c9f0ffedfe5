import type { Block, PageStart } from "#domain/text/blocks";

/** A run comes onto the page in one go, so it is as much as is made and laid out well within a frame: half a screen. */
const MOST_BLOCKS = 12;
const MOST_LETTERS = 1_200;

/** Some blocks that come onto the page, and leave it, together. */
export interface BlockRun {
  /** Offset of its first block. */
  readonly start: number;
  readonly blocks: readonly Block[];
  /** The block before the first. */
  readonly before: Block | undefined;
  readonly pages: readonly PageStart[];
}

/** Cuts the blocks of an item into runs, so that of a long book only what is near the view need be on the page. */
export function runsOf(
  blocks: readonly Block[],
  pages: readonly PageStart[],
): BlockRun[] {
  const runs: BlockRun[] = [];
  let page = 0;
  for (let from = 0; from < blocks.length;) {
    const to = endOfRun(blocks, from);
    const end = blocks[to]?.start ?? Infinity;
    const firstPage = page;
    while ((pages[page]?.start ?? Infinity) < end) page += 1;
    runs.push({
      start: blocks[from]?.start ?? 0,
      blocks: blocks.slice(from, to),
      before: blocks[from - 1],
      pages: pages.slice(firstPage, page),
    });
    from = to;
  }
  return runs;
}

/** Index of the run, or block, in which a place of the text lies; they stand in order. */
export function indexAt(
  ordered: readonly { readonly start: number }[],
  offset: number,
): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function endOfRun(blocks: readonly Block[], from: number): number {
  const start = blocks[from]?.start ?? 0;
  let to = from + 1;
  while (
    to < blocks.length &&
    to - from < MOST_BLOCKS &&
    (blocks[to]?.end ?? 0) - start <= MOST_LETTERS
  )
    to += 1;
  // The space before a heading joins with the space after what precedes it only inside a run.
  while (blocks[to]?.kind === "heading" && to - from < 2 * MOST_BLOCKS) to += 1;
  return to;
}
