import { foldedWords } from "#domain/search/folded-words";
import { wordsOf } from "#domain/search/words";
import * as fc from "fast-check";
import { expect, test } from "vitest";

const longWay = (text: string): string =>
  ` ${wordsOf(text)
    .map(({ folded }) => folded)
    .filter((folded) => folded !== "")
    .join(" ")}`;

const letters = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc
      .integer({ min: 0x20, max: 0x53f })
      .map((code) => String.fromCharCode(code)),
  }),
  fc.string({
    unit: fc
      .integer({ min: 0x1e00, max: 0x202f })
      .map((code) => String.fromCharCode(code)),
  }),
);

test("the short ways of folding say the same as folding word by word", () => {
  fc.assert(
    fc.property(letters, (text) => {
      expect(foldedWords(text)).toBe(longWay(text));
    }),
    { numRuns: 5_000 },
  );
});

test("every letter by itself and between others folds the same both ways", () => {
  for (let code = 0x20; code < 0x2100; code += 1) {
    const letter = String.fromCharCode(code);
    for (const text of [letter, `a${letter}b`, `a ${letter} b`])
      expect(foldedWords(text), code.toString(16)).toBe(longWay(text));
  }
});
