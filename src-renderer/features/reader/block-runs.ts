import type { Block, PageStart } from "#domain/text/blocks";

/** Blocks that come onto the page in one go: about two screens, made within a frame. */
const RUN = 40;
const LETTERS_A_LINE = 64;
const FIGURE_LINES = 14;

export interface BlockRun {
  /** Offset of its first block. */
  readonly start: number;
  readonly blocks: readonly Block[];
  /** The block before the first. */
  readonly before: Block | undefined;
  readonly pages: readonly PageStart[];
  /** About how many lines it takes, so that it has about the right height before it is on the page. */
  readonly lines: number;
}

/** Cuts the blocks of an item into runs, so that of a long book only what is near the view need be on the page. */
export function runsOf(
  blocks: readonly Block[],
  pages: readonly PageStart[],
): BlockRun[] {
  const runs: BlockRun[] = [];
  for (let from = 0; from < blocks.length; from += RUN) {
    const run = blocks.slice(from, from + RUN);
    const start = run[0]?.start ?? 0;
    const end = blocks[from + RUN]?.start ?? Infinity;
    runs.push({
      start,
      blocks: run,
      before: blocks[from - 1],
      pages: pages.filter((page) => page.start >= start && page.start < end),
      lines: run.reduce((sum, block) => sum + linesOf(block), 0),
    });
  }
  return runs;
}

/** Index of the run in which a place of the text lies. */
export function runAt(runs: readonly BlockRun[], offset: number): number {
  return Math.max(
    0,
    runs.findLastIndex(({ start }) => start <= offset),
  );
}

/** With the space after it. */
function linesOf(block: Block): number {
  if (block.kind === "figure") return FIGURE_LINES;
  if (block.rows) return block.rows.length + 1;
  return Math.ceil((block.end - block.start) / LETTERS_A_LINE) + 0.6;
}
