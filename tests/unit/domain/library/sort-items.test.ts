import { collationKey } from "#domain/library/collation-key";
import type { IndexedItem } from "#domain/library/indexed-item";
import {
  compareByTitle,
  compareKeyed,
  compareSortKeys,
  SORT_COLUMNS,
  sortKeyOf,
  turnDownwards,
  type KeyedItem,
  type SortColumn,
} from "#domain/library/sort-items";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { indexed, libraries } from "./catalogue-arbitraries";

const keyed =
  (by: SortColumn) =>
  (item: IndexedItem): KeyedItem => ({ item, key: sortKeyOf(by)(item) });

function upwards(
  items: readonly IndexedItem[],
  by: SortColumn,
): readonly IndexedItem[] {
  return items
    .map(keyed(by))
    .sort(compareKeyed)
    .map(({ item }) => item);
}

const idsOf = (items: readonly IndexedItem[]): string[] =>
  items.map(({ entry }) => entry.id);

const columns = fc.constantFrom(...SORT_COLUMNS);

test("every order is total: one order of one library, however it was shuffled", () => {
  fc.assert(
    fc.property(
      libraries.chain((items) =>
        fc.tuple(
          fc.constant(items),
          fc.shuffledSubarray(items, { minLength: items.length }),
        ),
      ),
      columns,
      ([items, shuffled], by) => {
        expect(idsOf(upwards(shuffled, by))).toEqual(idsOf(upwards(items, by)));
        const all = items.map(keyed(by));
        for (const a of all)
          for (const b of all) {
            const sign = Math.sign(compareKeyed(a, b));
            expect(sign + Math.sign(compareKeyed(b, a))).toBe(0);
            expect(sign === 0).toBe(a === b);
          }
      },
    ),
  );
});

test("orders are transitive", () => {
  fc.assert(
    fc.property(libraries, columns, (items, by) => {
      const all = items.map(keyed(by)).sort(compareKeyed);
      all.forEach((each, at) => {
        for (const later of all.slice(at + 1))
          expect(compareKeyed(each, later)).toBeLessThan(0);
      });
    }),
  );
});

test("downwards, keys fall, ties stay by title, and the unknown stays last", () => {
  fc.assert(
    fc.property(libraries, columns, (items, by) => {
      const expected = items
        .map(keyed(by))
        .sort((a, b) =>
          a.key === b.key || a.key === undefined || b.key === undefined
            ? compareKeyed(a, b)
            : -compareKeyed(a, b),
        )
        .map(({ item }) => item);
      expect(turnDownwards(upwards(items, by), sortKeyOf(by))).toEqual(
        expected,
      );
    }),
  );
});

test("what stands by title needs only the column to be compared", () => {
  fc.assert(
    fc.property(libraries, columns, (items, by) => {
      const byTitle = items.toSorted(compareByTitle).map(keyed(by));
      const sorted = byTitle.sort((a, b) => compareSortKeys(a.key, b.key));
      expect(sorted.map(({ item }) => item)).toEqual(upwards(items, by));
    }),
  );
});

const idsBy = (
  by: SortColumn,
  isDescending: boolean,
  fields: readonly Parameters<typeof indexed>[0][],
): string[] => {
  const items = upwards(
    fields.map((each) => indexed(each)),
    by,
  );
  return idsOf(isDescending ? turnDownwards(items, sortKeyOf(by)) : items);
};

test("titles stand as an English index has them", () => {
  const titles = [
    "2 reports",
    "10 reports",
    "“Apple” trees",
    "Åland",
    "apple pie",
    "Éclair",
    "eclairs",
    "Zürich",
    "Żoliborz",
    "zulu",
    "Ёлка",
    "Жук",
    "йод",
    "кит",
  ];
  const fields = titles.map((title) => ({ id: title, title }));
  expect(idsBy("title", false, fields.toReversed())).toEqual([
    "2 reports",
    "10 reports",
    "Åland",
    "apple pie",
    "“Apple” trees",
    "Éclair",
    "eclairs",
    "Żoliborz",
    "zulu",
    "Zürich",
    "Ёлка",
    "Жук",
    "йод",
    "кит",
  ]);
});

test("dates stand by their first day, the unknown last in both directions", () => {
  const fields = [
    { id: "none" },
    { id: "bad", date: "soon" },
    { id: "day", date: "2009-09-10" },
    { id: "year", date: "2009" },
    { id: "old", date: "1949-04-04~" },
    { id: "span", date: "2009-09/2010" },
  ];
  expect(idsBy("date", false, fields)).toEqual([
    "old",
    "year",
    "span",
    "day",
    "bad",
    "none",
  ]);
  expect(idsBy("date", true, fields)).toEqual([
    "day",
    "span",
    "year",
    "old",
    "bad",
    "none",
  ]);
});

test("creators stand by family name, known or told from the name", () => {
  const by = (name: string, family?: string) => ({
    id: name,
    creators: [{ name, ...(family ? { family } : {}) }],
  });
  const fields = [
    by("Joshua Kucera"),
    by("Anders Fogh Rasmussen"),
    by("Jaap de Hoop Scheffer"),
    by("Zbigniew Brzezinski", "Brzeziński"),
    by("US Mission to NATO"),
    { id: "none" },
  ];
  expect(idsBy("creator", false, fields)).toEqual([
    "Zbigniew Brzezinski",
    "Jaap de Hoop Scheffer",
    "Joshua Kucera",
    "Anders Fogh Rasmussen",
    "US Mission to NATO",
    "none",
  ]);
});

test("the reading order comes first, then the newest import", () => {
  const fields = [
    { id: "older", addedAt: 1 },
    { id: "newer", addedAt: 2 },
    { id: "second", readingOrder: 1 },
    { id: "first", readingOrder: 0 },
  ];
  expect(idsBy("order", false, fields)).toEqual([
    "first",
    "second",
    "newer",
    "older",
  ]);
});

test("keys of words stand as the locale's collator puts them", () => {
  const { compare } = new Intl.Collator("en", { sensitivity: "base" });
  const letters =
    "abcdefghijklmnopqrstuvwxyzéüøłабвгдежзийклмнопрстуфхцчшщъыьэюяαβγδε";
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 }),
      fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 }),
      (a, b) => {
        const [left, right] = [collationKey(a), collationKey(b)];
        expect(Math.sign(left < right ? -1 : left > right ? 1 : 0)).toBe(
          Math.sign(compare(a, b)),
        );
      },
    ),
  );
});
