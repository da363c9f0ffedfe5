import { cutSnippet, findMatches } from "#domain/search/snippet";
import { wordsOf } from "#domain/search/words";
import fc from "fast-check";
import { expect, test } from "vitest";

const matching =
  (...wanted: readonly string[]) =>
  (folded: string): number =>
    wanted.indexOf(folded);

test("marks are exact on ligatures, combining marks, soft hyphens, emoji, right-to-left text and CRLF", () => {
  const text = "😀 Eﬃcient\r\nCafe\u0301 le\u00ADgal שָׁלוֹם 👩‍👩‍👧 end";
  const { text: shown, marks } = cutSnippet(
    text,
    wordsOf(text),
    matching("efficient", "cafe", "legal", "שלום"),
    0,
  );
  expect(marks.map(({ start, end }) => shown.slice(start, end))).toEqual([
    "Eﬃcient",
    "Cafe\u0301",
    "le\u00ADgal",
    "שָׁלוֹם",
  ]);
});

test("the stretch with most of the query is shown, the earliest of equals", () => {
  const filler = Array.from({ length: 60 }, () => "filler").join(" ");
  const text = `cable ${filler} cable speech ${filler} speech cable`;
  const {
    text: shown,
    offset,
    marks,
  } = cutSnippet(text, wordsOf(text), matching("cable", "speech"), 100);
  expect(offset - 100).toBeGreaterThan(0);
  expect(text.slice(offset - 100).startsWith(shown)).toBe(true);
  expect(marks.map(({ start, end }) => shown.slice(start, end))).toEqual([
    "cable",
    "speech",
  ]);
  expect(offset - 100 + (marks[0]?.start ?? 0)).toBe(
    text.indexOf("cable speech"),
  );
});

test("without a match the beginning is shown, unmarked", () => {
  expect(cutSnippet("one two", wordsOf("one two"), () => -1, 5)).toEqual({
    text: "one two",
    marks: [],
    offset: 5,
  });
  expect(cutSnippet("", [], () => -1, 0)).toEqual({
    text: "",
    marks: [],
    offset: 0,
  });
});

test("in any text the snippet stands at its offset, its marks are matches, and a match that exists is shown", () => {
  const unit = fc.constantFrom(
    "cable",
    "spe\u00ADech",
    "x",
    " ",
    "  ",
    "\r\n",
    "😀",
    "-",
    "é",
    ". ",
  );
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 120 }),
      fc.nat(1000),
      (units, offset) => {
        const text = units.join("");
        const words = wordsOf(text);
        const match = matching("cable", "speech");
        const snippet = cutSnippet(text, words, match, offset);
        expect(
          text.slice(
            snippet.offset - offset,
            snippet.offset - offset + snippet.text.length,
          ),
        ).toBe(snippet.text);
        for (const { start, end } of snippet.marks) {
          const [word] = wordsOf(snippet.text.slice(start, end));
          expect(match(word?.folded ?? "")).toBeGreaterThanOrEqual(0);
        }
        expect(snippet.marks.length > 0).toBe(
          findMatches(words, match).length > 0,
        );
      },
    ),
    { numRuns: 300 },
  );
});
