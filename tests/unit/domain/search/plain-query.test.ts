import { parseBySigns, parseQuery } from "#domain/search/parse-query";
import { plainQuery } from "#domain/search/plain-query";
import fc from "fast-check";
import { expect, test } from "vitest";

const plainText = fc
  .array(
    fc.oneof(
      fc.constantFrom(" ", "  ", "near", "AND", "title", "0", "2009"),
      fc.stringMatching(/^[A-Za-z0-9]{1,12}$/u),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

test("plain words are read as they are read sign by sign", () => {
  fc.assert(
    fc.property(plainText, (text) => {
      expect(plainQuery(text)).toEqual(parseBySigns(text).terms);
      expect(parseBySigns(text).complaints).toEqual([]);
    }),
  );
});

test("whatever is typed is read as it is sign by sign", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
      expect(parseQuery(text)).toEqual(parseBySigns(text));
    }),
    { examples: [["a\tb"], ["a\nb "], ["é a"], ['"a'], ["a:b"], ["a\u00a0b"]] },
  );
});

test.each(["a-b", "a*", "ab~", '"a"', "a:b", "é", "a\tb", "(a)", "a’s", "a_b"])(
  "%j is left to be read sign by sign",
  (text) => expect(plainQuery(text)).toBeUndefined(),
);
