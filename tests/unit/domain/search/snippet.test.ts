import { findMarks, type Markable } from "#domain/search/find-marks";
import { behindHeading, cutSnippet } from "#domain/search/snippet";
import { wordsOf } from "#domain/search/words";
import fc from "fast-check";
import { expect, test } from "vitest";

const tokenised = (text: string) =>
  wordsOf(text).map(({ start, end, folded }) => ({
    start,
    end,
    token: folded,
  }));
const matching = (...wanted: readonly string[]): Markable[] =>
  wanted.map((word, term) => ({ term, rows: [[{ tokens: new Set([word]) }]] }));
const cut = (text: string, wanted: readonly Markable[], offset = 0) => {
  const words = tokenised(text);
  return cutSnippet(text, words, findMarks(words, wanted), offset);
};

test("marks are exact on ligatures, combining marks, soft hyphens, emoji, right-to-left text and CRLF", () => {
  const text = "😀 Eﬃcient\r\nCafe\u0301 le\u00ADgal שָׁלוֹם 👩‍👩‍👧 end";
  const { text: shown, marks } = cut(
    text,
    matching("efficient", "cafe", "legal", "שלום"),
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
  } = cut(text, matching("cable", "speech"), 100);
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
  const whole = { isCutBefore: false, isCutAfter: false };
  expect(cut("one two", [], 5)).toEqual({
    text: "one two",
    marks: [],
    offset: 5,
    ...whole,
  });
  expect(cut("", [])).toEqual({ text: "", marks: [], offset: 0, ...whole });
});

test("a snippet tells where its text goes on, and where it ends", () => {
  const filler = Array.from({ length: 60 }, () => "filler").join(" ");
  const cutOf = (text: string) => {
    const { isCutBefore, isCutAfter } = cut(text, matching("cable"));
    return [isCutBefore, isCutAfter];
  };
  expect(cutOf("the cable.")).toEqual([false, false]);
  expect(cutOf(`cable ${filler}`)).toEqual([false, true]);
  expect(cutOf(`${filler} cable.`)).toEqual([true, false]);
  expect(cutOf(`${filler} cable ${filler}`)).toEqual([true, true]);
});

test("the heading that a passage begins with is no part of its snippet", () => {
  const text = "The cable\n\nIt was sent. The cable was read.";
  const begin = behindHeading(text, "The cable");
  expect(text.slice(begin)).toBe("It was sent. The cable was read.");
  const words = tokenised(text);
  const found = findMarks(words, matching("cable"));
  expect(cutSnippet(text, words, found, 100, begin)).toEqual({
    text: "It was sent. The cable was read.",
    marks: [{ start: 17, end: 22 }],
    offset: 100 + begin,
    isCutBefore: false,
    isCutAfter: false,
  });
  expect(behindHeading("The cables of 2009", "The cable")).toBe(0);
  expect(behindHeading("The cable", "The cable")).toBe(9);
  expect(behindHeading("Text", "")).toBe(0);
});

test("words in a row are one mark, and words near each other one each", () => {
  const test_ = (token: string) => ({ tokens: new Set([token]) });
  const text = "new old new beginning far beginning";
  const row = { term: 0, rows: [[test_("new"), test_("beginning")]] };
  expect(cut(text, [row]).marks).toEqual([{ start: 8, end: 21 }]);
  const near = { ...row, distance: 1 };
  expect(
    cut(text, [near]).marks.map(({ start, end }) => text.slice(start, end)),
  ).toEqual(["new", "beginning"]);
});

test("a mark says for whom its words stand, unless they are the words that were asked for", () => {
  const word = (token: string) => [[{ tokens: new Set([token]) }]];
  const { marks } = cut("Fogh and Rasmussen", [
    { term: 0, rows: word("rasmussen") },
    { term: 0, rows: word("rasmussen"), actor: "Anders Fogh Rasmussen" },
    { term: 0, rows: word("fogh"), actor: "Anders Fogh Rasmussen" },
  ]);
  expect(marks).toEqual([
    { start: 0, end: 4, actor: "Anders Fogh Rasmussen" },
    { start: 9, end: 18 },
  ]);
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
        const wanted = matching("cable", "speech");
        const snippet = cut(text, wanted, offset);
        const from = snippet.offset - offset;
        expect(text.slice(from, from + snippet.text.length)).toBe(snippet.text);
        for (const { start, end } of snippet.marks) {
          const [word] = wordsOf(snippet.text.slice(start, end));
          expect(["cable", "speech"]).toContain(word?.folded);
        }
        const isThere = tokenised(text).some(({ token }) =>
          ["cable", "speech"].includes(token),
        );
        expect(snippet.marks.length > 0).toBe(isThere);
      },
    ),
    { numRuns: 300 },
  );
});
