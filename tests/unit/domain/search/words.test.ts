import { fold, wordsOf } from "#domain/search/words";
import fc from "fast-check";
import { expect, test } from "vitest";

test.each([
  ["Eﬃcient", "efficient"],
  ["Cafe\u0301", "cafe"],
  ["CAFÉ", "cafe"],
  ["le\u00ADgiti\u00ADmacy", "legitimacy"],
  ["Rasmussen’s", "rasmussen"],
  ["O'Neill", "oneill"],
  ["Straße", "strasse"],
  ["STRAẞE", "strasse"],
  ["שָׁלוֹם", "שלום"],
  ["２００９", "2009"],
  ["İstanbul", "istanbul"],
])("%s is compared as %s", (word, folded) => {
  expect(fold(word)).toBe(folded);
});

test.each([
  ["😀 Eﬃcient,\r\nle\u00ADgal", ["Eﬃcient", "le\u00ADgal"]],
  ["NATO-Russia Council", ["NATO", "Russia", "Council"]],
  ["‘quoted’ and Rasmussen’s", ["quoted", "and", "Rasmussen’s"]],
  ["مرحبا שלום", ["مرحبا", "שלום"]],
  ["\ud800 lone 𝐁old", ["lone", "𝐁old"]],
  ["", []],
])("the words of %j lie where they stand", (text, words) => {
  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(
    words,
  );
});

test("the words of any text come in order, apart, and folding a folded word changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      let last = 0;
      for (const { start, end, folded } of wordsOf(text)) {
        expect(start >= last && end > start && end <= text.length).toBe(true);
        expect(fold(text.slice(start, end))).toBe(folded);
        expect(fold(folded)).toBe(folded);
        last = end;
      }
    }),
    { numRuns: 300 },
  );
});
