import {
  addCorrections,
  applyChanges,
  faultOf,
  invertChanges,
  type CorrectableMetadata,
  type ItemChanges,
} from "#domain/library/item-changes";
import { mergeMetadata } from "#domain/library/merge-metadata";
import { ITEM_KINDS } from "#domain/library/item";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dates, entries, entry } from "./catalogue-arbitraries";

const text = fc.constantFrom("a", "b", "");
const changes = fc.record(
  {
    title: text,
    kind: fc.constantFrom(...ITEM_KINDS),
    creators: fc.array(
      fc.record(
        { name: text, given: text, family: text },
        { requiredKeys: ["name"] },
      ),
      { maxLength: 2 },
    ),
    date: fc.option(dates),
    language: text,
    publisher: fc.option(text),
    url: fc.option(text),
    summary: text,
    tags: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<ItemChanges>;
const items = fc
  .tuple(
    entries,
    fc.record({ publisher: text, url: text }, { requiredKeys: [] }),
  )
  .map(([each, more]) => ({ ...each, ...more }) as CorrectableMetadata);

test("changes and then their inverse give the item as it was", () => {
  fc.assert(
    fc.property(items, changes, (item, change) => {
      const changed = applyChanges(item, change);
      expect(applyChanges(changed, invertChanges(item, change))).toEqual(item);
    }),
  );
});

test("corrections kept from several changes give what the changes gave one after another", () => {
  fc.assert(
    fc.property(items, changes, changes, (item, first, second) => {
      const one = addCorrections(item, {}, first);
      const two = addCorrections(item, one, second);
      expect(applyChanges(item, one)).toEqual(applyChanges(item, first));
      expect(applyChanges(item, two)).toEqual(
        applyChanges(applyChanges(item, first), second),
      );
    }),
  );
});

test("taking a change back leaves no correction", () => {
  fc.assert(
    fc.property(items, changes, (item, change) => {
      const kept = addCorrections(item, {}, change);
      expect(addCorrections(item, kept, invertChanges(item, change))).toEqual(
        {},
      );
    }),
  );
});

test("a date that is none is refused, an emptied one is not", () => {
  expect(faultOf({ date: "2009-02-30" })).toContain("2009-02-30");
  expect(faultOf({ date: "2009-09~" })).toBeUndefined();
  expect(faultOf({ date: null })).toBeUndefined();
});

test("merging fills gaps in order, unites tags, and replaces nothing", () => {
  const kept = entry({ title: "Kept", language: "und", tags: ["a", "b"] });
  const others = [
    entry({ title: "Other", language: "en", summary: "S", tags: ["b", "c"] }),
    entry({ date: "2009", summary: "T", creators: [{ name: "X" }] }),
  ];
  expect(mergeMetadata(kept, others)).toEqual({
    language: "en",
    summary: "S",
    date: "2009",
    creators: [{ name: "X" }],
    tags: ["a", "b", "c"],
  });
  expect(mergeMetadata(others[0] ?? kept, [kept])).toEqual({
    tags: ["b", "c", "a"],
  });
});
