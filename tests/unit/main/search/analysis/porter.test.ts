import fc from "fast-check";
import lunr from "lunr";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { porterStem } from "#main/search/analysis/porter";

const CORPUS = "resources/corpus";

function lunrStem(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}

function wordsOfCorpus(): string[] {
  const texts = readdirSync(CORPUS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  const words = texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu));
  return [...new Set(words)].filter((word) => word !== null);
}

test("every word of the bundled texts has the stem that lunr gives it", () => {
  const words = wordsOfCorpus();
  expect(words.length).toBeGreaterThan(2_000);
  expect(words.map(porterStem)).toEqual(words.map(lunrStem));
});

/** Words made of the pieces that the algorithm looks at, in orders that no language has. */
const piece = fc.constantFrom(
  ...(
    "a e i o u y b c d l s t z w x ss ll ies sses eed ed ing at bl iz ational tional enci anci izer bli alli entli eli " +
    "ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful " +
    "ness al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize sion tion ion yy Y 7 é я"
  ).split(" "),
);

test("words of all endings, one after another, have the stems that lunr gives them", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const word = pieces.join("");
      expect(porterStem(word)).toBe(lunrStem(word));
    }),
    { numRuns: 20_000 },
  );
});

test("every short stem with every ending that is tested for its shape has the stem that lunr gives it", () => {
  const letters = [..."aeoybltswxz"];
  const stems = letters.flatMap((a) =>
    letters.flatMap((b) => letters.map((c) => a + b + c)),
  );
  const words = stems.flatMap((stem) =>
    ["", "e", "ed", "eed", "ing", "y", "ies", "al", "ll"].map(
      (ending) => stem + ending,
    ),
  );
  expect(words.map(porterStem)).toEqual(words.map(lunrStem));
});

test("whatever stands in a text has the stem that lunr gives it", () => {
  // Line ends stand in no word; lunr's expressions stop at them.
  const unit = fc
    .integer({ min: 0, max: 0xffff })
    .map((code) => String.fromCharCode(code))
    .filter((each) => !/[\n\r\u2028\u2029]/u.test(each));
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, unit), { maxLength: 8 }), (parts) => {
      const word = parts.join("");
      expect(porterStem(word)).toBe(lunrStem(word));
    }),
    { numRuns: 5_000 },
  );
});

test("a word of a hundred thousand letters is stemmed", () => {
  const word = `${"abcdef".repeat(20_000)}nesses`;
  expect(porterStem(word)).toBe(`${"abcdef".repeat(20_000)}`);
});
