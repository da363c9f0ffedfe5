import { findByCfi } from "#domain/cfi/find-by-cfi";
import { parseCfi } from "#domain/cfi/parse-cfi";
import { readSourcePlaces } from "#domain/cfi/read-source-places";
import fc from "fast-check";
import { expect, test } from "vitest";
import { goldenBook, readGoldenPlaces } from "./golden-book";

const { text, places: file } = goldenBook;
const places = readGoldenPlaces();

/** The words that a CFI leads to; of a place, those right before and after it with a bar between. */
function wordsAt(cfi: string): string | undefined {
  const parsed = parseCfi(`epubcfi(${cfi})`);
  const found = parsed && findByCfi(text, places, parsed);
  if (!found) return undefined;
  const { start, end } = found;
  return start === end
    ? `${text.slice(Math.max(0, start - 4), start)}|${text.slice(start, start + 4)}`
    : text.slice(start, end);
}

test.each([
  ["/6/2[first]!/4/4[p],/1:0,/2/1:4", "Some dear"],
  ["/6/2!/4,/4/2/1:6,/4/3:5", "words, and"],
  ["/6/2[c1]!/4/4,/1:0,/1:4", "Some"],
  ["/6,/2!/4/4/5:0,/4!/4/2/2/1:6", ".\n\nA note.\n\nSecond"],
  ["/6/2!/4/6[n]/2,/1:3,/1:9", "A note"],
  ["/6/2!/4/4[p],/2:0,/2:1", "dear words"],
  ["/6/2!/4/4[p]/2", "dear words"],
  ["/6/2!/4/4[p]/1", "Some "],
  ["/6/4!/4/2[d]", "Second.\n\nThird."],
  ["/6/2!/4/4[p]/2/1:4", "dear| wor"],
  ["/6/2!/4/4[p]/2/1:6[r,words;s=b]", "ear |word"],
])("a CFI leads to its words: %s", (cfi, words) => {
  expect(wordsAt(cfi)).toBe(words);
});

test.each([
  ["white space between elements", "/6/4!/4,/1:0,/3:0", "Second.\n\nThird."],
  ["white space that was folded", "/6/2!/4/4/2,/1:5,/1:12", "words"],
  ["letters that were left out", "/6/2!/4/6/2,/1:1,/1:4", "A"],
])("an end in %s stands before the next letter", (_, cfi, words) => {
  expect(wordsAt(cfi)).toBe(words);
});

test.each([
  ["another step to its paragraph", "/6/2!/4/8[p],/1:0,/1:4", "Some"],
  ["another depth", "/6/2!/4/2/2[p],/1:0,/1:4", "Some"],
  ["another step to its part", "/6/8[first]!/4/4[p],/1:0,/1:4", "Some"],
  ["the name of its file", "/6/12[c2]!/4/2,/2/1:0,/2/1:6", "Second"],
  ["an encoded id", "/6/2!/4/2[h%5B1%5D],/1:0,/1:1", "A"],
  ["an escaped id", "/6/2!/4/9[x]/2[h^[1^]]/1:0", undefined],
  ["an escaped id, elsewhere", "/6/2!/4/8[h^[1^]],/1:0,/1:1", "A"],
])("an id corrects steps: %s", (_, cfi, words) => {
  expect(wordsAt(cfi)).toBe(words);
});

test.each([
  ["an id that is nowhere", "/6/2!/4/4[q],/1:0,/1:4"],
  ["a part that is nowhere", "/6/2[other]!/4/4,/1:0,/1:4"],
  ["an element that is not there", "/6/2!/4/44,/1:0,/1:4"],
  ["a text longer than it is", "/6/2!/4/4,/1:0,/1:6"],
  ["a place behind the end", "/6/4!/4/2/4/1:7"],
  ["another package", "/4/2!/4/4,/1:0,/1:4"],
  ["no part", "/4/4,/1:0,/1:4"],
  ["a frame in a document", "/6/2!/4/4!/4,/1:0,/1:4"],
  ["ends that are elements", "/6/2!/4,/4,/6"],
  ["an end before its beginning", "/6/2!/4/4,/1:4,/1:2"],
  ["a text into its note", "/6,/2!/4/6/2/1:3,/4!/4/2/2/1:3,/1:2"],
  ["words that do not follow", "/6/2!/4/4[p]/2/1:6[,deeds]"],
  ["words that do not go before", "/6/2!/4/4[p],/1:0,/1:4[None]"],
  ["a step through a text", "/6/2!/4/3/2/1:0"],
])("a CFI with a doubt leads nowhere: %s", (_, cfi) => {
  expect(wordsAt(cfi)).toBeUndefined();
});

test("places that are not as they should be are not read", () => {
  const [part] = file.parts;
  const length = text.length;
  const wrong: unknown[] = [
    null,
    [],
    "places",
    { ...file, version: 2 },
    { ...file, spine: { step: 0 } },
    { ...file, parts: [{ ...part, elements: [9, 4] }] },
    { ...file, parts: [{ ...part, elements: [1, 4, 0, 2] }] },
    { ...file, parts: [{ ...part, ids: [[99, "x"]] }] },
    { ...file, parts: [{ ...part, chunks: [99, 1, 3] }] },
    { ...file, parts: [] },
    { ...file, segments: [0, 0, 0] },
    { ...file, segments: [0, 0, 0, 2.5] },
    { ...file, segments: [0, 0, 0, 9_999] },
    { ...file, segments: [0, -1, 0, 1] },
    { ...file, segments: [-1, 0, 0, 1] },
  ];
  for (const each of wrong)
    expect(readSourcePlaces(each, length)).toBeUndefined();
  expect(readSourcePlaces(file, 10)).toBeUndefined();
});

test("whatever stands in a file of places, reading it ends, and what it gives is inside the text", () => {
  const numbers = (most: number): fc.Arbitrary<number[]> =>
    fc.array(fc.integer({ min: -2, max: most }), { maxLength: 24 });
  const part = fc.record({
    step: fc.nat({ max: 8 }),
    idref: fc.string({ maxLength: 3 }),
    elements: numbers(4),
    ids: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.string({ maxLength: 2 }))),
    chunks: numbers(6),
  });
  const hostile = fc.record({
    version: fc.constant(1),
    spine: fc.record({ step: fc.constant(6) }),
    parts: fc.array(part, { maxLength: 3 }),
    segments: numbers(5),
  });
  fc.assert(
    fc.property(hostile, (json) => {
      const read = readSourcePlaces(json, 30);
      if (!read) return;
      for (const cfi of [
        "/6/2!/4,/1:0,/3:1",
        "/6,/2!/1:0,/8!/9:0",
        "/6/4!/2",
      ]) {
        const parsed = parseCfi(`epubcfi(${cfi})`);
        const found = parsed && findByCfi("x".repeat(30), read, parsed);
        expect(found?.end ?? 0).toBeLessThanOrEqual(30);
      }
    }),
    { numRuns: 2_000 },
  );
});
