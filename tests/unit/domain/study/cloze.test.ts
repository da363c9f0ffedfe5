import {
  escapeBraces,
  hiddenWords,
  toggleHidden,
  withBlanks,
} from "#domain/study/cloze";
import fc from "fast-check";
import { expect, test } from "vitest";

const at = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const TEXT = "A letter of thanks is not an offer.";

test("whole words are hidden, also when only a part of them is selected", () => {
  expect(toggleHidden(TEXT, at(TEXT, "tter of tha"))).toBe(
    "A {{letter of thanks}} is not an offer.",
  );
  expect(toggleHidden(TEXT, { start: 3, end: 3 })).toBe(
    "A {{letter}} of thanks is not an offer.",
  );
});

test("hidden words are shown again by selecting in them", () => {
  const cloze = "A {{letter}} of thanks is not an {{offer}}.";
  expect(toggleHidden(cloze, at(cloze, "ett"))).toBe(
    "A letter of thanks is not an {{offer}}.",
  );
  expect(toggleHidden(cloze, { start: 0, end: cloze.length })).toBe(TEXT);
});

test("nothing changes where there is no word", () => {
  expect(toggleHidden("— …", { start: 0, end: 3 })).toBe("— …");
});

test("the question has blanks, the answer the words", () => {
  const cloze = "A {{letter of thanks}} is not an {{offer}}.";
  expect(withBlanks(cloze)).toBe("A _____ is not an _____.");
  expect(hiddenWords(cloze)).toEqual(["letter of thanks", "offer"]);
  expect(hiddenWords(TEXT)).toEqual([]);
});

test("braces of the text itself hide nothing", () => {
  expect(hiddenWords(escapeBraces("a {{template}} of old"))).toEqual([]);
});

test("hiding and showing the same place gives the text back", () => {
  fc.assert(
    fc.property(fc.nat(TEXT.length), fc.nat(12), (start, length) => {
      const hidden = toggleHidden(TEXT, { start, end: start + length });
      const [place] = hidden.matchAll(/\{\{/gu);
      const back = place
        ? toggleHidden(hidden, { start: place.index + 2, end: place.index + 3 })
        : hidden;
      expect(back).toBe(TEXT);
    }),
  );
});
