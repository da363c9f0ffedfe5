import { countWords } from "#domain/text/count-words";
import fc from "fast-check";
import { expect, test } from "vitest";

const WORD = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu;

test("inner apostrophes, points and hyphens join a word", () => {
  expect(countWords("The U.S. follow-up isn’t 3.5 - or 'so'.")).toBe(7);
});

test("words are counted as the expression would, in any text", () => {
  const unit = fc.oneof(
    fc.string({ unit: "binary", maxLength: 4 }),
    fc.constantFrom(
      ..."’'.- a9é\u00AD\u0301ﬃ".split(""),
      "𞤀",
      "😀",
      "\ud83d",
      "漢字",
    ),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
      const text = units.join("");
      expect(countWords(text)).toBe(text.match(WORD)?.length ?? 0);
    }),
    { numRuns: 2_000 },
  );
});
