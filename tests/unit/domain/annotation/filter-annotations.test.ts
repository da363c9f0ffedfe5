import {
  filterAnnotations,
  NO_FILTER,
  type Filtered,
} from "#domain/annotation/filter-annotations";
import { expect, test } from "vitest";

const made = (changes: Partial<Filtered>): Filtered => ({
  colour: "yellow",
  tags: [],
  comment: "",
  motivation: "highlighting",
  quote: "a letter of thanks is not an offer",
  anchor: { state: "exact" },
  ...changes,
});
const all = [
  made({}),
  made({
    colour: "blue",
    tags: ["CSTO"],
    comment: "Compare the Général's report.",
  }),
  made({ motivation: "bookmarking", quote: "formal contacts" }),
  made({ anchor: { state: "orphan" }, quote: "gone" }),
];
const places = (filter: Partial<typeof NO_FILTER>): number[] =>
  filterAnnotations(all, { ...NO_FILTER, ...filter }).map((each) =>
    all.indexOf(each),
  );

test("without a filter all come, in their order", () => {
  expect(places({})).toEqual([0, 1, 2, 3]);
});

test("colour, tag and kind narrow", () => {
  expect(places({ colours: ["blue", "green"] })).toEqual([1]);
  expect(places({ tag: "CSTO" })).toEqual([1]);
  expect(places({ kind: "bookmarks" })).toEqual([2]);
  expect(places({ kind: "orphans" })).toEqual([3]);
  expect(places({ kind: "comments" })).toEqual([1]);
});

test("words are sought in comment, tags and quotation, by their beginnings, without case and accents", () => {
  expect(places({ text: "general rep" })).toEqual([1]);
  expect(places({ text: "THANKS" })).toEqual([0, 1]);
  expect(places({ text: "hanks" })).toEqual([]);
  expect(places({ text: "csto" })).toEqual([1]);
});
