import type { ReadingPosition } from "#domain/library/reading-position";
import type { Place } from "./reader-session.svelte";

const EDGE = 8;

/**
 * Reads off a scrolled view where one stands in the text. `length`: of the whole text. What is not on the page yet
 * counts as not seen.
 */
export function placeOf(view: HTMLElement, length: number): Place | undefined {
  const { top, bottom } = view.getBoundingClientRect();
  const isBelowTop = (node: HTMLElement): boolean =>
    boxOf(node).bottom > top + EDGE;
  const isBelowBottom = (node: HTMLElement): boolean =>
    boxOf(node).top > bottom;
  const runs = runsOf(view);
  const run = runs[findFirst(runs, isBelowTop)];
  if (!run) return undefined;
  const blocks = blocksOf(run);
  const first = blocks[findFirst(blocks, isBelowTop)] ?? run;
  const box = boxOf(first);
  const isAtEnd =
    view.scrollTop + view.clientHeight >= view.scrollHeight - EDGE;
  const below = findFirst(runs, isBelowBottom);
  const last = runs[Math.max(0, below - 1)];
  const lastBlocks = last ? blocksOf(last) : undefined;
  const after =
    lastBlocks && lastBlocks.length > 0
      ? (lastBlocks[findFirst(lastBlocks, isBelowBottom)] ?? runs[below])
      : last;
  const seen = after && !isAtEnd ? startOf(after) : length;
  return {
    offset: startOf(first),
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
  const block = blockAt(view, offset);
  if (!block || offset === 0) return;
  // What was never in view has only an estimated height: once it is there, it is measured and placed again.
  block.scrollIntoView({ block: "start" });
  const box = boxOf(block);
  view.scrollTop += box.top - boxOf(view).top + within * box.height;
}

/** The block in which a place of the text lies; its run must be on the page. */
export function blockAt(
  view: HTMLElement,
  offset: number,
): HTMLElement | undefined {
  const isAfter = (node: HTMLElement): boolean => startOf(node) > offset;
  const runs = runsOf(view);
  const run = runs[Math.max(0, findFirst(runs, isAfter) - 1)];
  if (!run) return undefined;
  const blocks = blocksOf(run);
  return blocks[Math.max(0, findFirst(blocks, isAfter) - 1)] ?? run;
}

type Nodes = HTMLCollectionOf<HTMLElement>;

function runsOf(view: HTMLElement): Nodes {
  return view.getElementsByClassName("run") as Nodes;
}

function blocksOf(run: HTMLElement): Nodes {
  return run.getElementsByClassName("block") as Nodes;
}

/** Index of the first node for which something holds that, once it holds, holds for all that follow. */
function findFirst(
  nodes: Nodes,
  holds: (node: HTMLElement) => boolean,
): number {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node && holds(node)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function startOf(node: HTMLElement): number {
  return Number(node.dataset["from"]);
}

function boxOf(node: HTMLElement): DOMRect {
  return node.getBoundingClientRect();
}
