import { parseQuery } from "#domain/search/query";
import fc from "fast-check";
import { expect, test } from "vitest";

/** Terms in short: `-title:a+b*` is an excluded prefix phrase in titles. */
const inShort = (text: string): string[] =>
  parseQuery(text).terms.map(
    ({ kind, words, field, isNegated }) =>
      `${isNegated ? "-" : ""}${field ? `${field}:` : ""}${words.join("+")}${kind === "prefix" ? "*" : ""}`,
  );

test.each([
  ["cable speech ", ["cable", "speech"]],
  ["cable spee", ["cable", "spee*"]],
  ["spee* cable ", ["spee*", "cable"]],
  ['"leaked cable"', ["leaked+cable"]],
  ["“leaked cable” ", ["leaked+cable"]],
  ['"cable"', ["cable"]],
  ["cable -speech", ["cable", "-speech"]],
  ['cable -"first speech"', ["cable", "-first+speech"]],
  ["title:russia ", ["title:russia"]],
  ['title:"new beginning"', ["title:new+beginning"]],
  ["NATO-Russ", ["nato", "russ*"]],
  ["Café ", ["cafe"]],
  ["the cable of the mission ", ["cable", "mission"]],
  ["who was it ", ["who", "was", "it"]],
  ['"of the mission"', ["of+the+mission"]],
  ["cable -the ", ["cable", "-the"]],
  ["", []],
  ["*** --- ", []],
])("%j is read as %j", (text, terms) => {
  expect(inShort(text)).toEqual(terms);
});

test("a quotation mark without a partner is told, and the rest is read as words", () => {
  const { complaint } = parseQuery('the "leaked cable ');
  expect(complaint).toContain("character 5");
  expect(inShort('the "leaked cable ')).toEqual(["leaked", "cable"]);
});

test("a query that only excludes is told so", () => {
  expect(parseQuery("-cable").complaint).toBe(
    "A query needs at least one word that is wanted.",
  );
  expect(parseQuery("cable ").complaint).toBeUndefined();
});

test("any text is read, into folded words only", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      for (const term of parseQuery(text).terms) {
        expect(term.words.length).toBeGreaterThan(0);
        for (const word of term.words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }
    }),
  );
});
