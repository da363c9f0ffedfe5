import { makeFilter, type ItemFilter } from "#domain/library/filter-items";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { indexed, libraries } from "./catalogue-arbitraries";

const NOBODY = new Set<string>();
const passes = (
  filter: ItemFilter,
  fields: Parameters<typeof indexed>[0],
): boolean => makeFilter(filter, NOBODY)(indexed(fields));

test("an empty filter lets everything through", () => {
  expect(passes({}, {})).toBe(true);
  expect(passes({ kinds: [], languages: [], tags: [], text: " - " }, {})).toBe(
    true,
  );
});

test("a word of the text begins a word of title, creator or tag, whatever case and accents", () => {
  const fields = {
    title: "L’Éclair à la crème",
    creators: [{ name: "Zeynep Ünal" }],
    tags: ["central-asia"],
  };
  for (const text of ["ecl", "CREME", "unal", "asia", "cent zey eclair", "ÜN"])
    expect(passes({ text }, fields), text).toBe(true);
  for (const text of ["clair", "nal", "ecl other"])
    expect(passes({ text }, fields), text).toBe(false);
});

test("years take any date that may lie in them, and no unknown one", () => {
  const filter = { fromYear: 2009, toYear: 2010 };
  expect(passes(filter, { date: "2008-12/2009-01" })).toBe(true);
  expect(passes(filter, { date: "2010~" })).toBe(true);
  expect(passes(filter, { date: "2011" })).toBe(false);
  expect(passes(filter, { date: "nonsense" })).toBe(false);
  expect(passes(filter, {})).toBe(false);
  expect(passes({ toYear: 2009 }, { date: "1949" })).toBe(true);
});

test("a main language lists its regions, a region only itself", () => {
  expect(passes({ languages: ["en"] }, { language: "en-GB" })).toBe(true);
  expect(passes({ languages: ["en-gb"] }, { language: "en-GB" })).toBe(true);
  expect(passes({ languages: ["en-GB"] }, { language: "en-US" })).toBe(false);
  expect(passes({ languages: ["und"] }, { language: "" })).toBe(true);
});

test("tags must all be there, kinds need one", () => {
  expect(passes({ tags: ["a", "b"] }, { tags: ["b", "c", "a"] })).toBe(true);
  expect(passes({ tags: ["a", "b"] }, { tags: ["a"] })).toBe(false);
  expect(passes({ kinds: ["cable", "article"] }, { kind: "article" })).toBe(
    true,
  );
});

test("notes, due cards and reading state are asked both ways", () => {
  const position = { offset: 0, within: 0, progress: 0.5 };
  expect(passes({ hasNotes: true }, { noteCount: 2 })).toBe(true);
  expect(passes({ hasNotes: false }, { noteCount: 2 })).toBe(false);
  expect(passes({ hasDueCards: false }, { dueCount: 0 })).toBe(true);
  expect(passes({ readState: "reading" }, { position })).toBe(true);
  expect(passes({ readState: "unread" }, {})).toBe(true);
});

const parts: fc.Arbitrary<ItemFilter> = fc.oneof(
  fc.constant({ kinds: ["article" as const, "book" as const] }),
  fc.constant({ languages: ["en"] }),
  fc.constant({ tags: ["NATO"] }),
  fc.constant({ creator: "NATO" }),
  fc.constant({ fromYear: 2009 }),
  fc.constant({ toYear: 2008 }),
  fc.constant({ readState: "read" as const }),
  fc.constant({ hasNotes: true }),
  fc.constant({ hasDueCards: false }),
  fc.constant({ text: "nat" }),
  fc.constant({ collection: "c" }),
);

test("a filter of several parts lists exactly what each part lists alone", () => {
  fc.assert(
    fc.property(libraries, fc.array(parts), (items, some) => {
      const members = new Set(items.slice(0, 4).map(({ entry }) => entry.id));
      const filter: ItemFilter = Object.assign({}, ...some);
      const single = Object.entries(filter).map(([key, value]) =>
        makeFilter({ [key]: value }, members),
      );
      expect(items.filter(makeFilter(filter, members))).toEqual(
        items.filter((item) => single.every((test) => test(item))),
      );
    }),
  );
});
