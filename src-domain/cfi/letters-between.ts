import type { TextRange } from "../text/blocks";
import {
  comparePositions,
  orderOf,
  type SourceOrder,
  type SourcePosition,
} from "./source-order";
import type { SourcePlaces } from "./source-places";

/**
 * The stretch of the canonical text from the first letter at or behind a place of the source to the last one before
 * another. `undefined` where there is none, and where what lies between in the canonical text does not lie between in
 * the source: a note that was moved to the end ends no range that begins in the text.
 */
export function lettersBetween(
  places: SourcePlaces,
  from: SourcePosition,
  to: SourcePosition,
): TextRange | undefined {
  const order = orderOf(places);
  const start = offsetAtOrAfter(places, order, from, to.part);
  const last = offsetBefore(places, order, to, from.part);
  if (start === undefined || last === undefined || start > last)
    return undefined;
  const range = { start, end: last + 1 };
  return holdsNothingElse(places, order, range, from, to) ? range : undefined;
}

function offsetAtOrAfter(
  places: SourcePlaces,
  order: SourceOrder,
  from: SourcePosition,
  lastPart: number,
): number | undefined {
  for (let part = from.part; part <= lastPart; part += 1) {
    const segments = order.segmentsOf(part);
    const index = firstWhere(
      segments,
      (segment) =>
        comparePositions(positionIn(places, order, segment, "end"), from) > 0,
    );
    const segment = segments[index];
    if (segment === undefined) continue;
    const begin = positionIn(places, order, segment, "start");
    const isBefore = comparePositions(begin, from) >= 0;
    const skipped = isBefore ? 0 : from.raw - begin.raw;
    return (places.offsets[segment] ?? 0) + skipped;
  }
  return undefined;
}

/** Offset of the last letter before a place. */
function offsetBefore(
  places: SourcePlaces,
  order: SourceOrder,
  to: SourcePosition,
  firstPart: number,
): number | undefined {
  for (let part = to.part; part >= firstPart; part -= 1) {
    const segments = order.segmentsOf(part);
    const index = firstWhere(
      segments,
      (segment) =>
        comparePositions(positionIn(places, order, segment, "start"), to) >= 0,
    );
    const segment = segments[index - 1];
    if (segment === undefined) continue;
    const end = positionIn(places, order, segment, "end");
    const length = places.lengths[segment] ?? 0;
    const isBehind = comparePositions(end, to) <= 0;
    const kept = isBehind ? length : length - (end.raw - to.raw);
    return (places.offsets[segment] ?? 0) + kept - 1;
  }
  return undefined;
}

/** Tells whether all letters of a range lie between two places. */
function holdsNothingElse(
  places: SourcePlaces,
  order: SourceOrder,
  { start, end }: TextRange,
  from: SourcePosition,
  to: SourcePosition,
): boolean {
  const { offsets, lengths } = places;
  let segment = firstWhere(
    offsets,
    (offset, index) => offset + (lengths[index] ?? 0) > start,
  );
  for (; (offsets[segment] ?? end) < end; segment += 1) {
    const isCutAtStart = (offsets[segment] ?? 0) < start;
    const isCutAtEnd = (offsets[segment] ?? 0) + (lengths[segment] ?? 0) > end;
    const begin = positionIn(places, order, segment, "start");
    const finish = positionIn(places, order, segment, "end");
    if (!isCutAtStart && comparePositions(begin, from) < 0) return false;
    if (!isCutAtEnd && comparePositions(finish, to) > 0) return false;
  }
  return true;
}

function positionIn(
  places: SourcePlaces,
  order: SourceOrder,
  segment: number,
  side: "start" | "end",
): SourcePosition {
  const chunk = places.segmentChunks[segment] ?? 0;
  const length = side === "end" ? (places.lengths[segment] ?? 0) : 0;
  return {
    part: places.chunkParts[chunk] ?? 0,
    path: order.paths(chunk),
    raw: (places.raws[segment] ?? 0) + length,
  };
}

/** Binary search for the first of a row that fits, where all behind it do; the row's length where none does. */
function firstWhere(
  row: ArrayLike<number>,
  fits: (each: number, index: number) => boolean,
): number {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fits(row[middle] ?? 0, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
