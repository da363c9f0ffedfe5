import type { Mark, TextRange } from "#domain/text/blocks";

/** A passage to be marked in the text. */
export interface Passage extends TextRange {
  readonly kind: "evidence" | "note" | "lit";
}

/** A stretch of text that has the same marks throughout. */
export interface TextPiece extends TextRange {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly passages: readonly Passage["kind"][];
}

/** Cuts a stretch of text at every beginning and end of a mark or passage. */
export function cutPieces(
  text: string,
  range: TextRange,
  marks: readonly Mark[],
  passages: readonly Passage[],
): TextPiece[] {
  const near = passages.filter(
    (each) => each.start < range.end && each.end > range.start,
  );
  const inside = [...marks, ...near].flatMap((each) => [each.start, each.end]);
  const cuts = [
    range.start,
    range.end,
    ...inside.filter((at) => at > range.start && at < range.end),
  ];
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  const covers = (each: TextRange, start: number, end: number): boolean =>
    each.start <= start && each.end >= end;
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? range.end;
    return {
      start,
      end,
      text: text.slice(start, end),
      marks: marks.filter((mark) => covers(mark, start, end)),
      passages: [
        ...new Set(
          near
            .filter((each) => covers(each, start, end))
            .map((each) => each.kind),
        ),
      ],
    };
  });
}
