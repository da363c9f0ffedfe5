import type { Motivation } from "#domain/annotation/annotation";
import type { Anchor } from "#domain/text/selectors";
import { expect, test } from "vitest";
import type {
  AnnotationsSession,
  PlacedAnnotation,
} from "../../../src-renderer/features/reader/annotations/annotations-session.svelte";
import {
  cutPlace,
  mergeable,
} from "../../../src-renderer/features/reader/annotations/cut-and-join";
import { paintsFor } from "../../../src-renderer/features/reader/annotations/paints";

function placed(
  id: string,
  start: number,
  end: number,
  more: Partial<PlacedAnnotation> = {},
): PlacedAnnotation {
  return {
    id,
    item: "book",
    motivation: "highlighting",
    colour: "yellow",
    comment: "",
    tags: [],
    selectors: [],
    createdAt: 0,
    modifiedAt: 0,
    quote: "",
    anchor: { state: "exact", start, end },
    ...more,
  };
}

const orphan: { readonly anchor: Anchor } = { anchor: { state: "orphan" } };

test.each([
  ["before the selection, when it begins inside", 20, 25, 20],
  ["after it, when it begins with the highlight", 10, 15, 15],
  ["after it, when it begins before the highlight", 4, 15, 15],
  ["nowhere, when it covers the highlight", 10, 30, undefined],
  ["nowhere, when it begins where the highlight ends", 30, 40, undefined],
])("a highlight is cut %s", (_words, start, end, place) => {
  expect(cutPlace(placed("a", 10, 30), { start, end })).toBe(place);
});

test("what has no place, and what nothing is selected in, is not cut", () => {
  expect(
    cutPlace({ ...placed("a", 10, 30), ...orphan }, { start: 15, end: 20 }),
  ).toBeUndefined();
  expect(cutPlace(undefined, { start: 15, end: 20 })).toBeUndefined();
  expect(cutPlace(placed("a", 10, 30), undefined)).toBeUndefined();
});

test("all under a selection are joined, bookmarks aside", () => {
  const all = [
    placed("a", 0, 10),
    placed("mark", 2, 6, { motivation: "bookmarking" }),
    placed("b", 8, 20, { motivation: "commenting" }),
  ];
  const session = { touching: () => all } as unknown as AnnotationsSession;
  expect(mergeable(session, { start: 5, end: 12 })).toEqual(["a", "b"]);
  expect(mergeable(session, undefined)).toEqual([]);
});

test("overlapping highlights of one colour lie in layers of their own, others share the lowest", () => {
  const paints = paintsFor(
    [
      placed("a", 0, 30),
      placed("b", 10, 20),
      placed("c", 15, 25, { colour: "blue" }),
      placed("d", 40, 50),
    ],
    undefined,
  );
  expect(paints.map(({ name }) => name)).toEqual([
    "aide-yellow-0",
    "aide-yellow-1",
    "aide-blue-0",
    "aide-yellow-0",
  ]);
});

test.each<[Motivation, string]>([
  ["bookmarking", "aide-bookmark"],
  ["commenting", "aide-yellow-0"],
])("%s is painted as %s, and once more when it is walked to", (kind, name) => {
  const annotation = placed("a", 3, 9, { motivation: kind });
  expect(paintsFor([annotation], "a")).toEqual([
    { start: 3, end: 9, name },
    { start: 3, end: 9, name: "aide-current" },
  ]);
});
