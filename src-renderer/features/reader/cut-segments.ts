import type { Mark, TextRange } from "#domain/text/blocks";

/** A stretch of text over which the same marks and passages lie. */
export interface Segment<Passage extends TextRange> extends TextRange {
  readonly marks: readonly Mark[];
  readonly passages: readonly Passage[];
}

/** Cuts a stretch wherever a mark or a passage begins or ends, so that every piece is wrapped as a whole. */
export function cutSegments<Passage extends TextRange>(
  range: TextRange,
  marks: readonly Mark[],
  passages: readonly Passage[],
): Segment<Passage>[] {
  const bounds = new Set([range.start, range.end]);
  for (const { start, end } of [...marks, ...passages]) {
    if (start > range.start && start < range.end) bounds.add(start);
    if (end > range.start && end < range.end) bounds.add(end);
  }
  const cuts = [...bounds].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const piece = { start: cuts[index] ?? range.start, end };
    return {
      ...piece,
      marks: marks.filter((mark) => overlaps(mark, piece)),
      passages: passages.filter((passage) => overlaps(passage, piece)),
    };
  });
}

/** Divides a stretch by one range into what lies before, in and after it; empty parts are left out. */
export function splitByRange(
  range: TextRange,
  by: TextRange | undefined,
): (TextRange & { readonly isInside: boolean })[] {
  if (!by || !overlaps(range, by))
    return [{ start: range.start, end: range.end, isInside: false }];
  const start = Math.max(range.start, by.start);
  const end = Math.min(range.end, by.end);
  return [
    { start: range.start, end: start, isInside: false },
    { start, end, isInside: true },
    { start: end, end: range.end, isInside: false },
  ].filter((part) => part.end > part.start);
}

export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
