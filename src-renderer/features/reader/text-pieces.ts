import type { Mark, PageStart, TextRange } from "#domain/text/blocks";

/** A passage to be marked in the text. */
export interface Passage extends TextRange {
  readonly kind: "evidence" | "note" | "lit";
}

/** A stretch of text that has the same marks throughout. */
export interface TextPiece extends TextRange {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly passages: readonly Passage["kind"][];
  /** Label of the page of the source that begins here. */
  readonly page?: string;
}

/** What lies over a stretch of text. */
export interface Overlay {
  readonly marks: readonly Mark[];
  readonly passages: readonly Passage[];
  readonly pages: readonly PageStart[];
}

/** Cuts a stretch of text at every beginning and end of a mark or passage, and where a page begins. */
export function cutPieces(
  text: string,
  range: TextRange,
  { marks, passages, pages }: Overlay,
): TextPiece[] {
  const near = passages.filter(
    (each) => each.start < range.end && each.end > range.start,
  );
  const cuts = [...marks, ...near].flatMap((each) => [each.start, each.end]);
  const inside = [...cuts, ...pages.map(({ start }) => start)];
  const sorted = [
    ...new Set([
      range.start,
      range.end,
      ...inside.filter((at) => at > range.start && at < range.end),
    ]),
  ].sort((a, b) => a - b);
  const covers = (each: TextRange, start: number, end: number): boolean =>
    each.start <= start && each.end >= end;
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? range.end;
    const page = pages.find((each) => each.start === start)?.label;
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
      ...(page === undefined ? {} : { page }),
    };
  });
}
