import { findByWords } from "#domain/text/find-by-words";
import { expect, test } from "vitest";

const PARTS = [
  "The mission argued that engaging the organisation would be counterproductive.",
  "A letter of thanks is not an offer, and nobody took it for one.",
  "Engaging with it, the mission had argued, would in the end be quite counterproductive for the alliance.",
];
const text = PARTS.join("\n\n");
let at = 0;
const blocks = PARTS.map((part) => {
  const start = at;
  at += part.length + 2;
  return { start, end: start + part.length };
});
const quotes = (quote: string): string[] =>
  findByWords(text, blocks, quote).map(({ start, end }) =>
    text.slice(start, end),
  );

test("the passage with the most of the words comes first, cut to them", () => {
  expect(
    quotes("the mission had argued it would be counterproductive"),
  ).toEqual([
    "it, the mission had argued, would in the end be quite counterproductive",
    "The mission argued that engaging the organisation would be counterproductive",
  ]);
});

test("the very words are found whole", () => {
  expect(
    findByWords(text, blocks, "a letter of thanks is not an offer")[0],
  ).toMatchObject({ share: 1 });
  expect(quotes("a letter of thanks is not an offer")[0]).toBe(
    "A letter of thanks is not an offer",
  );
});

test("too few of the words are no place at all", () => {
  expect(quotes("the parliament discussed fisheries in the autumn")).toEqual(
    [],
  );
  expect(quotes("…")).toEqual([]);
});
