import type { ReadingPosition } from "#domain/library/reading-position";
import type { Axis } from "./axis";
import type { Place } from "./reader-session.svelte";
import { blockAt } from "./block-at";

/** What shows less than this of itself counts as gone, in CSS pixels. */
const EDGE = 8;

/**
 * Reads off a scrolled view where one stands in the text. `length`: of the whole text. What is not on the page yet
 * counts as not seen.
 */
export function placeOf(
  view: HTMLElement,
  axis: Axis,
  length: number,
): Place | undefined {
  const { start, end } = axis.span(view.getBoundingClientRect());
  const isIn = (node: HTMLElement): boolean =>
    spanOf(node, axis).end > start + EDGE;
  const isAfter = (node: HTMLElement): boolean =>
    spanOf(node, axis).start > end;
  const segments = segmentsOf(view);
  const at = findFirst(segments, isIn);
  const segment = segments[at];
  if (!segment) return undefined;
  const blocks = blocksOf(segment);
  // Only the space after the last block of a run may be left of it.
  const next = blocks.length > 0 ? segments[at + 1] : undefined;
  const first =
    blocks[findFirst(blocks, isIn)] ??
    (next && (blocksOf(next)[0] ?? next)) ??
    segment;
  const span = spanOf(first, axis);
  const size = span.end - span.start;
  return {
    offset: startOf(first),
    within:
      size > 0 ? Math.min(1, Math.max(0, (start - span.start) / size)) : 0,
    seenUntil:
      axis.left(view) <= EDGE || length === 0
        ? 1
        : Math.min(1, seen() / length),
  };

  /** Offset of the first block that lies wholly below the view. */
  function seen(): number {
    const below = findFirst(segments, isAfter);
    const last = segments[Math.max(0, below - 1)];
    if (!last) return 0;
    const inside = blocksOf(last);
    const after = inside[findFirst(inside, isAfter)] ?? segments[below];
    return after ? startOf(after) : length;
  }
}

/** Scrolls a view to where one stood, whatever its size is now; the place must be on the page. */
export function scrollToPlace(
  view: HTMLElement,
  axis: Axis,
  { offset, within }: Pick<ReadingPosition, "offset" | "within">,
): void {
  // Before the first block stands the title.
  if (offset === 0 && within === 0) return axis.toStart(view);
  const block = blockAt(offset, view);
  if (!block) return;
  const span = spanOf(block, axis);
  const size = span.end - span.start;
  // At least so much of it stays in view that it is still the first block there.
  const hidden = Math.max(0, Math.min(within * size, size - 2 * EDGE));
  const top = axis.span(view.getBoundingClientRect()).start;
  axis.scrollBy(view, span.start + hidden - top);
}

type Nodes = HTMLCollectionOf<HTMLElement>;

function segmentsOf(view: HTMLElement): Nodes {
  return view.getElementsByClassName("segment") as Nodes;
}

function blocksOf(segment: HTMLElement): Nodes {
  return segment.getElementsByClassName("block") as Nodes;
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

function spanOf(node: HTMLElement, axis: Axis): { start: number; end: number } {
  return axis.span(node.getBoundingClientRect());
}
