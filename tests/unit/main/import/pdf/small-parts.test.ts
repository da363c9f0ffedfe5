import { mergeAccent } from "#main/import/pdf/accents";
import { toFragment } from "#main/import/pdf/fragment";
import { listMarker } from "#main/import/pdf/list-marker";
import { labelPages } from "#main/import/pdf/page-labels";
import {
  fromRoman,
  numbersAtEdges,
  toRoman,
} from "#main/import/pdf/page-number";
import { readPdfDate } from "#main/import/pdf/pdf-date";
import { endsSentence, hasLeader } from "#main/import/pdf/sentence";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("page numbers", () => {
  it("are read in Roman letters as they are written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 399 }), (value) => {
        expect(fromRoman(toRoman(value))).toBe(value);
      }),
    );
    expect(fromRoman("civil")).toBeUndefined();
    expect(fromRoman("iiii")).toBeUndefined();
  });

  it.each([
    ["12", [{ value: 12, where: "only" }]],
    ["- 12 -", [{ value: 12, where: "only" }]],
    ["Page 3 of 9", [{ value: 3, where: "only" }]],
    ["Seite 3", [{ value: 3, where: "only" }]],
    ["iv", [{ value: 4, where: "only", kind: "roman" }]],
    ["12 | Frozen conflicts", [{ value: 12, where: "start" }]],
    ["Frozen conflicts 13", [{ value: 13, where: "end" }]],
    ["Frozen conflicts", []],
    ["the civil", []],
  ])("stand in %j", (line, expected) => {
    expect(numbersAtEdges(line)).toMatchObject(expected);
  });
});

describe("labels of pages", () => {
  const printed = (numbers: Readonly<Record<number, number>>) =>
    new Map(
      Object.entries(numbers).map(([page, value]) => [
        Number(page),
        { value, text: String(value), kind: "arabic", where: "only" } as const,
      ]),
    );

  it("are the file's own where it has any", () => {
    expect(labelPages(3, ["i", "ii", "1"], new Map())).toEqual([
      "i",
      "ii",
      "1",
    ]);
  });

  it("are the printed numbers where most pages bear one, counted on over gaps", () => {
    expect(labelPages(5, null, printed({ 1: 341, 2: 342, 4: 344 }))).toEqual([
      "340",
      "341",
      "342",
      "343",
      "344",
    ]);
  });

  it("put the place of a page outside the numbers in brackets", () => {
    expect(labelPages(4, null, printed({ 1: 1, 2: 2, 3: 3 }))[0]).toBe("[1]");
  });

  it("count from 1 otherwise", () => {
    expect(labelPages(3, null, printed({ 1: 7 }))).toEqual(["1", "2", "3"]);
  });
});

describe("dates", () => {
  it.each([
    ["D:20091013120000+04'00'", "2009-10-13"],
    ["20091013", "2009-10-13"],
    ["D:200910", "2009-10"],
    ["2009-10-13T12:00:00Z", "2009-10-13"],
    ["D:20091399", "2009"],
    ["D:00000000", undefined],
    ["yesterday", undefined],
    [undefined, undefined],
  ])("%j is %j", (text, date) => {
    expect(readPdfDate(text)).toBe(date);
  });
});

describe("markers of lists", () => {
  it.each([
    ["• open the border", "bullet"],
    ["\uF0B7 open the border", "bullet"],
    ["– open the border", "bullet"],
    ["1. open the border", "number"],
    ["(12) open the border", "number"],
    ["(a) open the border", "letter"],
    ["iv. open the border", "letter"],
  ])("%j begins with a %s", (line, kind) => {
    expect(listMarker(line)?.kind).toBe(kind);
  });

  it.each([
    "2009. ",
    "2009 was a year",
    "-open",
    "e.g. this",
    "I. Wallerstein",
  ])("%j begins with none", (line) => {
    expect(listMarker(line)).toBeUndefined();
  });
});

describe("accents that stand alone", () => {
  it.each([
    ["f¨", "ur", "für"],
    ["caf´", "e", "café"],
    ["na¨", "\u0131f", "naïf"],
  ])("%j before %j make %j", (before, after, whole) => {
    const merged = mergeAccent(before, after);
    expect(`${merged?.before}${merged?.after}`).toBe(whole);
  });

  it("stay where no language writes such a letter", () => {
    expect(mergeAccent("`", "q")).toBeUndefined();
  });
});

it("ends of sentences are known with their quotation marks and note numbers", () => {
  expect(endsSentence("refused.”")).toBe(true);
  expect(endsSentence("refused.12")).toBe(true);
  expect(endsSentence("refused,")).toBe(false);
  expect(endsSentence("拒绝。")).toBe(true);
});

it("leaders are rows of dots, not an ellipsis", () => {
  expect(hasLeader("Introduction . . . . . . . . 12")).toBe(true);
  expect(hasLeader("Introduction ........ iv")).toBe(true);
  expect(hasLeader("and then ...")).toBe(false);
});

it("Arabic is written in plain letters, not in the forms a font joins", () => {
  const fragment = toFragment(
    {
      str: "اﻟﻌﺮﺑﻴﺔ",
      dir: "rtl",
      transform: [12, 0, 0, 12, 72, 700],
      width: 40,
      height: 12,
      fontName: "f",
      hasEOL: false,
    },
    undefined,
    undefined,
  );
  expect(fragment?.text).toBe("العربية");
});
