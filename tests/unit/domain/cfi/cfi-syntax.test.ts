import type { Cfi, CfiPoint } from "#domain/cfi/cfi";
import { formatCfi } from "#domain/cfi/format-cfi";
import { parseCfi } from "#domain/cfi/parse-cfi";
import fc from "fast-check";
import { expect, test } from "vitest";

const range =
  "epubcfi(/6/4[chap01ref]!/4[body01]/10[para05],/2/1:1,/3:4)" as const;
const before = [{ step: 6 }, { step: 4, id: "chap01ref" }];
const within = [
  { step: 4, id: "body01" },
  { step: 10, id: "para05" },
];

test("the standard's own range is read, and written letter for letter", () => {
  const cfi: Cfi = {
    start: {
      documents: [before, [...within, { step: 2 }, { step: 1 }]],
      offset: 1,
    },
    end: { documents: [before, [...within, { step: 3 }]], offset: 4 },
  };
  expect(parseCfi(range)).toEqual(cfi);
  expect(formatCfi(cfi)).toBe(range);
});

test.each([
  ["epubcfi(/6/4!/4/10/2/1:3[xx,y])", { offset: 3, before: "xx", after: "y" }],
  ["epubcfi(/6/4!/4/10/2/1:3[Ф-^^^[^]^(^)^,^;^=])", { before: "Ф-^[](),;=" }],
  ["epubcfi(/6/4!/4/10/2/1:3[,y;s=b])", { offset: 3, after: "y" }],
  ["epubcfi(/6/4!/4/10/2/1:3[;s=a])", { offset: 3 }],
  ["epubcfi(/6/4!/4/10/2/1:3[;vnd.x=1,2;s=a])", { offset: 3 }],
  ["epubcfi(/6/4!/4/10/2/1:03)", { offset: 3 }],
  [" #epubcfi(/6/4!/4/10/2/1:3) ", { offset: 3 }],
  ["epubcfi(%2F6%2F4!%2F4/10/2/1:3%5Bxx%5D)", { offset: 3, before: "xx" }],
])("a place is read with what is asserted about it: %s", (text, said) => {
  expect(parseCfi(text)?.start).toMatchObject(said);
  expect(parseCfi(text)?.end).toBeUndefined();
});

test("places in time and in pictures are passed over", () => {
  const places = ["~3.25", "@50:75.5", "~2@50:75"].map((where) =>
    parseCfi(`epubcfi(/6/4!/4/10[moov]${where})`),
  );
  expect(places).toEqual([places[0], places[0], places[0]]);
  expect(places[0]?.start.documents[1]?.at(-1)).toEqual({
    step: 10,
    id: "moov",
  });
});

test.each([
  "",
  "epubcfi()",
  "epubcfi(/)",
  "epubcfi(/6/4",
  "epubcfi(/6/4!/4[a)",
  "epubcfi(/6/4!/4[a]])",
  "epubcfi(/6/4!/4:)",
  "epubcfi(/6/4!/4,/2:1)",
  "epubcfi(/6/4!/4:1,/2:1,/2:3)",
  "epubcfi(/6/4!/4,/2:1,/2:3,/2:4)",
  "epubcfi(/-6/4)",
  "epubcfi(/6/4~)",
  "/6/4!/4",
  `epubcfi(${"/2".repeat(20_000)})`,
])("what is none is refused: %s", (text) => {
  expect(parseCfi(text)).toBeUndefined();
});

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
const steps = fc.array(
  fc.record(
    { step: fc.nat({ max: 999_999 }), id: text },
    { requiredKeys: ["step"] },
  ),
  { minLength: 1, maxLength: 6 },
);
const documents = fc.array(steps, { minLength: 1, maxLength: 3 });
const point: fc.Arbitrary<CfiPoint> = fc.oneof(
  fc.record({ documents }),
  // What is asserted of a text needs a place in it.
  fc.record(
    {
      documents,
      offset: fc.nat({ max: 999_999 }),
      before: text,
      after: text,
    },
    { requiredKeys: ["documents", "offset"] },
  ),
);

test("whatever is written is read again, ids with signs of the syntax too", () => {
  fc.assert(
    fc.property(
      fc.record({ start: point, end: point }, { requiredKeys: ["start"] }),
      (cfi) => {
        // Ends that share no step have nothing that could come first.
        const isOne = "end" in cfi && cfi.end === undefined;
        const [first] = cfi.start.documents;
        const end = cfi.end && {
          ...cfi.end,
          documents: [
            [...(first ?? []).slice(0, 1), ...(cfi.end.documents[0] ?? [])],
            ...cfi.end.documents.slice(1),
          ],
        };
        const start = {
          ...cfi.start,
          documents: [
            [...(first ?? []).slice(0, 1), ...(first ?? [])],
            ...cfi.start.documents.slice(1),
          ],
        };
        const sought = isOne || !end ? { start } : { start, end };
        expect(parseCfi(formatCfi(sought))).toEqual(sought);
      },
    ),
    { numRuns: 500 },
  );
});

test("nothing makes reading throw or hang", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(..."epubcfi()/!:[],;=^~@.%0123456789ab"),
        maxLength: 60,
      }),
      (inside) => {
        parseCfi(`epubcfi(${inside})`);
        parseCfi(inside);
      },
    ),
    { numRuns: 2_000 },
  );
});
