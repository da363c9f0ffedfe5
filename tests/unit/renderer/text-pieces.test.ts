import type { Block } from "#domain/text/blocks";
import { expect, test } from "vitest";
import {
  indexAt,
  runsOf,
} from "../../../src-renderer/features/reader/block-runs";
import { pageOf } from "../../../src-renderer/app/page-of";
import { cutPieces } from "../../../src-renderer/features/reader/text-pieces";

const TEXT = "The council met and said nothing.";

test("pieces join to the whole text, cut at marks, passages and pages", () => {
  const pieces = cutPieces(
    TEXT,
    { start: 0, end: TEXT.length },
    {
      marks: [{ kind: "emphasis", start: 4, end: 11 }],
      passages: [{ kind: "lit", start: 8, end: 15 }],
      pages: [{ label: "12", start: 16 }],
    },
  );
  expect(pieces.map(({ text }) => text).join("")).toBe(TEXT);
  expect(pieces.map(({ start }) => start)).toEqual([0, 4, 8, 11, 15, 16]);
  expect(pieces.find(({ page }) => page === "12")?.start).toBe(16);
  expect(pieces[2]?.passages).toEqual(["lit"]);
  expect(pieces[2]?.marks.map(({ kind }) => kind)).toEqual(["emphasis"]);
});

test("runs hold every block once, in order, and any place is found in one", () => {
  const blocks: Block[] = Array.from({ length: 205 }, (_, index) => ({
    kind: "paragraph",
    start: index * 10,
    end: index * 10 + 8,
    marks: [],
  }));
  const runs = runsOf(blocks, [{ label: "3", start: 1_005 }]);
  expect(runs.flatMap((run) => run.blocks)).toEqual(blocks);
  expect(runs.filter((run) => run.pages.length > 0)).toHaveLength(1);
  expect(runs[indexAt(runs, 1_005)]?.pages[0]?.label).toBe("3");
  expect(indexAt(runs, 0)).toBe(0);
  expect(indexAt(runs, 99_999)).toBe(runs.length - 1);
});

test("no run begins with a heading, whose space would not join with what precedes it, unless headings are all there is", () => {
  const blocksOf = (kindAt: (index: number) => Block["kind"]): Block[] =>
    Array.from({ length: 400 }, (_, index) => ({
      kind: kindAt(index),
      start: index * 300,
      end: index * 300 + 290,
      marks: [],
    }));
  const mixed = runsOf(
    blocksOf((index) => (index % 5 === 3 ? "heading" : "paragraph")),
    [],
  );
  expect(mixed.map(({ blocks }) => blocks[0]?.kind)).not.toContain("heading");
  const headings = runsOf(
    blocksOf(() => "heading"),
    [],
  );
  expect(headings.length).toBeGreaterThan(10);
});

test("a passage is cited with its pages", () => {
  const pages = [
    { label: "iv", start: 0 },
    { label: "5", start: 100 },
  ];
  expect(pageOf(pages, { start: 10, end: 20 })).toBe("p. iv");
  expect(pageOf(pages, { start: 90, end: 120 })).toBe("pp. iv–5");
  expect(pageOf([], { start: 0, end: 5 })).toBeUndefined();
});
