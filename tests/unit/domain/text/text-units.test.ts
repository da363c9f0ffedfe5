import { sentencesAround, unitsOf } from "#domain/text/text-units";
import { expect, test } from "vitest";

function quoted(
  text: string,
  unit: "sentence" | "word" | "paragraph",
): string[] {
  return unitsOf(text, { start: 0, end: text.length }, unit, "en").map(
    ({ start, end }) => text.slice(start, end),
  );
}

test("sentences end where a reader hears them end, not at abbreviations", () => {
  expect(
    quoted(
      "Mr. Bordyuzha wrote to Gen. J. Smith. Nobody answered! “Why?” he asked.",
      "sentence",
    ),
  ).toEqual([
    "Mr. Bordyuzha wrote to Gen. J. Smith.",
    "Nobody answered!",
    "“Why?” he asked.",
  ]);
  expect(
    quoted("On 3 Sept. 2009 the U.S. mission wrote. It was short.", "sentence"),
  ).toEqual(["On 3 Sept. 2009 the U.S. mission wrote.", "It was short."]);
});

test("words come without the signs between them, a paragraph without the space around it", () => {
  expect(quoted("No, not yet.", "word")).toEqual(["No", "not", "yet"]);
  expect(quoted("  All of it. \n", "paragraph")).toEqual(["All of it."]);
});

test("an unknown language is read by the rules that hold for most", () => {
  expect(
    unitsOf("One. Two.", { start: 0, end: 9 }, "sentence", "not a tag"),
  ).toHaveLength(2);
});

test("a passage is quoted with the whole sentences it lies in", () => {
  const text = "First one. The second speaks of it. And the third. Last.";
  const start = text.indexOf("speaks");
  const around = sentencesAround(
    text,
    { start: 0, end: text.length },
    { start, end: start + 22 },
    "en",
  );
  expect(text.slice(around.start, around.end)).toBe(
    "The second speaks of it. And the third.",
  );
});
