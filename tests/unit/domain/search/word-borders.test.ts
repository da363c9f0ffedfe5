import { textWords } from "#domain/search/text-words";
import { WORD } from "#domain/search/words";
import fc from "fast-check";
import { expect, test } from "vitest";

test("words are cut where the expression says, in any text without scripts that put no spaces", () => {
  const unit = fc.oneof(
    fc.string({ unit: "binary", maxLength: 4 }),
    fc.constantFrom(
      "l’",
      "'",
      "’s",
      "-",
      "\u00AD",
      "\u0301",
      "é",
      "ß",
      "ﬃ",
      "𞤀",
      "😀",
      "\ud83d",
      "שָׁ",
      "٣",
      " ",
      "\r\n",
      "a",
      "B9",
    ),
  );
  const unspaced =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
      const text = units.join("");
      if (unspaced.test(text)) return;
      expect(textWords(text)).toEqual(
        [...text.matchAll(WORD)].map(({ 0: raw, index: start }) => ({
          start,
          end: start + raw.length,
          raw,
        })),
      );
    }),
    { numRuns: 2_000 },
  );
});
