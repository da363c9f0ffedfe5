import type { AnnotationView } from "#bridge/contract/annotations";
import { expect, test } from "vitest";
import { numberNotes } from "../../../src-renderer/features/reader/print/numbered-notes";

function annotation(
  id: string,
  place: readonly [start: number, end: number] | undefined,
  comment: string,
  tags: readonly string[] = [],
): AnnotationView {
  return {
    id,
    comment,
    tags,
    anchor: place
      ? { state: "exact", start: place[0], end: place[1] }
      : { state: "orphan" },
  } as AnnotationView;
}

test("what says something is numbered where its passage ends; what lost its passage comes last, without a number", () => {
  const notes = numberNotes([
    annotation("lost", undefined, "Where is it?"),
    annotation("late", [40, 60], "Second."),
    annotation("bare", [0, 4], "  "),
    annotation("tagged", [70, 80], "", ["treaty"]),
    annotation("outer", [0, 50], "First, it ends before."),
  ]);
  expect(notes.map(({ number, annotation: { id } }) => [number, id])).toEqual([
    [1, "outer"],
    [2, "late"],
    [3, "tagged"],
    [undefined, "lost"],
  ]);
});
