import type { TextRange } from "./blocks";

/** Answers which of many ranges touch a stretch, in time that grows with the answer and not with all of them. */
export interface IntervalIndex<Item> {
  /** Those that share at least one unit with `[start, end)`, by their start, the longer first. */
  touching(start: number, end: number): Item[];
}

interface Placed<Item> {
  readonly item: Item;
  readonly range: TextRange;
}

/**
 * Prepares ranges for being asked about. They are sorted by start, and over them lies the usual tree of greatest ends
 * (an augmented interval tree in one array), so that a long range that began far before is found too.
 */
export function createIntervalIndex<Item>(
  items: readonly Item[],
  rangeOf: (item: Item) => TextRange,
): IntervalIndex<Item> {
  const sorted: readonly Placed<Item>[] = items
    .map((item) => ({ item, range: rangeOf(item) }))
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, sorted.length)));
  const greatestEnd = new Float64Array(2 * size).fill(-1);
  sorted.forEach(({ range }, index) => (greatestEnd[size + index] = range.end));
  for (let node = size - 1; node > 0; node -= 1)
    greatestEnd[node] = Math.max(
      greatestEnd[2 * node] ?? -1,
      greatestEnd[2 * node + 1] ?? -1,
    );

  /** Walks down where an end beyond `start` is, from left to right. */
  function collect(
    node: number,
    limit: number,
    start: number,
    found: Item[],
    from: number,
    span: number,
  ): void {
    if (from >= limit || (greatestEnd[node] ?? -1) <= start) return;
    if (span === 1) {
      const placed = sorted[from];
      if (placed) found.push(placed.item);
      return;
    }
    const half = span / 2;
    collect(2 * node, limit, start, found, from, half);
    collect(2 * node + 1, limit, start, found, from + half, half);
  }

  return {
    touching(start, end) {
      const found: Item[] = [];
      collect(1, countBefore(sorted, end), start, found, 0, size);
      return found;
    },
  };
}

/** How many begin before a place. */
function countBefore(
  sorted: readonly Placed<unknown>[],
  place: number,
): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.range.start ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
