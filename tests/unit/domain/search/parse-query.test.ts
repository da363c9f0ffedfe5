import { parseQuery } from "#domain/search/parse-query";
import type { Term } from "#domain/search/query";
import fc from "fast-check";
import { expect, test } from "vitest";

/** A term in short: `-title:a+b` is an excluded phrase in titles, `a*` a beginning, `a~` with an error, `a&b/5` near. */
function short(term: Term): string {
  const sign = term.isNegated ? "-" : "";
  if (term.kind === "filter") {
    const { field, ...value } = term.value;
    return `${sign}${field}=${Object.values(value).join("/")}`;
  }
  const field = term.field ? `${term.field}:` : "";
  if (term.kind === "word") {
    const mark = { whole: "", prefix: "*", fuzzy: "~" }[term.match];
    return `${sign}${field}${term.word.folded}${mark}`;
  }
  const words = term.words.map(({ folded }) => folded);
  return term.kind === "phrase"
    ? `${sign}${field}${words.join("+")}`
    : `${sign}${field}${words.join("&")}/${term.distance}`;
}
const inShort = (text: string): string[] => parseQuery(text).terms.map(short);

test.each([
  ["cable speech ", ["cable", "speech"]],
  ["cable spee", ["cable", "spee*"]],
  ["spee* cable ", ["spee*", "cable"]],
  ["speach~1 cable~", ["speach~", "cable~"]],
  ["speech~0 ", ["speech"]],
  ['"leaked cable"', ["leaked+cable"]],
  ["“leaked cable” ", ["leaked+cable"]],
  ["«leaked cable» ", ["leaked+cable"]],
  ['"cable"', ["cable"]],
  ["cable -speech", ["cable", "-speech"]],
  ['cable -"first speech"', ["cable", "-first+speech"]],
  ["title:russia ", ["title:russia"]],
  ["TITLE:russia ", ["title:russia"]],
  ['title:"new beginning"', ["title:new+beginning"]],
  ["body:a name:b tag:c note:d ", ["body:a", "name:b", "tag:c", "note:d"]],
  ["-title:russia x ", ["-title:russia", "x"]],
  ["NATO-Russ", ["nato", "russ*"]],
  ["Café ", ["cafe"]],
  ["near(alliance enlargement, 5) ", ["alliance&enlargement/5"]],
  ["NEAR(a b)", ["a&b/10"]],
  ["-near(a b, 2) c ", ["-a&b/2", "c"]],
  ["kind:note kind:passages ", ["kind=note", "kind=passage"]],
  ["lang:de lang:pt-BR ", ["lang=de", "lang=pt"]],
  ['in:"Munich speech" ', ["in=Munich speech"]],
  ["before:2009 ", ["before=2009-01-01/2009-12-31"]],
  ["after:2009-09 ", ["after=2009-09-01/2009-09-30"]],
  ["on:2009-09-10 ", ["on=2009-09-10/2009-09-10"]],
  ["actor:NATO issue:csto ", ["actor=NATO", "issue=csto"]],
  ["stance:none-stated ", ["stance=none-stated"]],
  [
    "said-by:rasmussen reported:bordyuzha ",
    ["said-by=rasmussen", "reported=bordyuzha"],
  ],
  [
    "due:today due:now due:3 due:2026-12-01 ",
    ["due=0", "due=now", "due=3", "due=2026-12-01"],
  ],
  ["forgotten:2 ", ["forgotten=2"]],
  ["http://example.org 10:30 ", ["http", "example", "org", "10", "30"]],
  ["北约扩张 ", ["北约+扩张"]],
  ["", []],
  ["*** --- ", []],
])("%j is read as %j", (text, terms) => {
  expect(inShort(text)).toEqual(terms);
  expect(parseQuery(text).complaints).toEqual([]);
});

test.each([
  ['the "leaked cable ', "quote-unpaired", '"', ["the", "leaked", "cable"]],
  ["titel:russia ", "field-unknown", "titel:", ["titel", "russia"]],
  ["title: russia ", "field-empty", "title:", ["russia"]],
  ["kind:letter ", "kind-unknown", "kind:letter", ["letter"]],
  ["x lang:german ", "language-unknown", "lang:german", ["x", "german"]],
  ["before:yesterday ", "date-unreadable", "before:yesterday", ["yesterday"]],
  ["stance:against ", "stance-unknown", "stance:against", ["against"]],
  ["due:soon ", "due-unreadable", "due:soon", ["soon"]],
  ["forgotten:often ", "forgotten-unreadable", "forgotten:often", ["often"]],
  ["near(a b", "near-unreadable", "near(a b", ["a", "b"]],
  ["near(a) ", "near-too-few", "near(a)", ["a"]],
  ["near(a a, 3) ", "near-too-few", "near(a a, 3)", ["a", "a"]],
  ["cable~2 ", "errors-too-many", "cable~2", ["cable~"]],
  ["c* ", "beginning-too-short", "c*", ["c"]],
  ["-cable", "only-exclusions", "-cable", ["-cable"]],
])(
  "%j is complained of as %s, at %j, and searched as %j",
  (text, code, at, terms) => {
    const { complaints } = parseQuery(text);
    expect(complaints.map((each) => each.code)).toEqual([code]);
    const [{ start, end } = { start: 0, end: 0 }] = complaints;
    expect(text.slice(start, end)).toBe(at);
    expect(inShort(text)).toEqual(terms);
  },
);

test.each([
  "titl",
  "title:",
  "kind:no",
  "kind:",
  "stance:sup",
  "before:20",
  "due:to",
])("nothing is complained of in %j, which is being typed", (text) => {
  expect(parseQuery(text).complaints).toEqual([]);
});

const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    '"',
    "“",
    "-",
    "*",
    "~1",
    "~",
    "title:",
    "kind:note",
    "near(",
    ")",
    ", 5",
    " ",
    "a",
    "cable",
    "due:",
    "before:2009",
    "said-by:",
    "北约",
    "l’accord",
    ":",
    "{",
    "AND",
  ),
);

test("any text is read: into terms that stand where they say, on folded words only", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const { terms, complaints } = parseQuery(text);
      for (const term of [...terms, ...complaints]) {
        expect(term.start).toBeGreaterThanOrEqual(0);
        expect(term.end).toBeGreaterThanOrEqual(term.start);
        expect(term.end).toBeLessThanOrEqual(text.length);
      }
      for (const term of terms) {
        if (term.kind === "filter") continue;
        const words = term.kind === "word" ? [term.word] : term.words;
        expect(words.length).toBeGreaterThan(0);
        for (const { folded } of words)
          expect(folded).toMatch(/^[\p{L}\p{N}]+$/u);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("taking a term out of a query leaves the others as they were", () => {
  const term = fc.constantFrom(
    "cable",
    '"first speech"',
    "-base",
    "title:russia",
    "kind:note",
    "near(a b, 3)",
    "spee*",
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(term, { minLength: 2, maxLength: 6 }),
      fc.nat(),
      (parts, pick) => {
        const text = `${parts.join(" ")} `;
        const { terms } = parseQuery(text);
        const { start, end } = terms[pick % terms.length] ?? {
          start: 0,
          end: 0,
        };
        const left = inShort(text.slice(0, start) + text.slice(end));
        expect(left).toEqual(
          terms.filter((each) => each.start !== start).map(short),
        );
      },
    ),
  );
});

test("every white space there is parts two pieces, and no other character of a single byte does", () => {
  const parts = (sign: string): boolean =>
    parseQuery(`title:a${sign}body:b `).terms.some(
      (term) => term.kind !== "filter" && term.field === "body",
    );
  const units = Array.from({ length: 0x10000 }, (_, unit) =>
    String.fromCharCode(unit),
  );
  const spaces = units.filter((unit) => /\s/u.test(unit));
  expect(spaces.filter((unit) => !parts(unit))).toEqual([]);
  expect(
    units.slice(0, 0x80).filter((unit) => /[^\s"]/u.test(unit) && parts(unit)),
  ).toEqual([]);
});
