import type { CatalogueEntry } from "#domain/library/catalogue-entry";
import { ITEM_KINDS } from "#domain/library/item";
import { IndexedItem } from "#domain/library/indexed-item";
import * as fc from "fast-check";

/** An entry with what a test names; the rest is plain. */
export function entry(fields: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    id: "i",
    title: "Title",
    kind: "article",
    creators: [],
    language: "en",
    summary: "",
    tags: [],
    sources: [],
    facts: [],
    words: 100,
    noteCount: 0,
    dueCount: 0,
    ...fields,
  };
}

export function indexed(fields: Partial<CatalogueEntry> = {}): IndexedItem {
  return new IndexedItem(entry(fields));
}

const word = fc.constantFrom(
  "NATO",
  "éclair",
  "Ünal",
  "крейсер",
  "report",
  "Part 2",
  "Part 10",
  "“Quoted”",
  "L'Express",
);
const title = fc.array(word, { maxLength: 3 }).map((words) => words.join(" "));
export const dates = fc.constantFrom(
  "2009",
  "2009-09",
  "2009-09-10~",
  "2008/2010",
  "not a date",
);
const creators = fc.array(
  fc.record({ name: word, family: word }, { requiredKeys: ["name"] }),
  { maxLength: 2 },
);

export const entries = fc.record(
  {
    id: fc.string({ minLength: 1, maxLength: 3 }),
    title,
    kind: fc.constantFrom(...ITEM_KINDS),
    creators,
    language: fc.constantFrom("", "und", "en", "en-GB", "ru"),
    date: dates,
    summary: fc.constantFrom("", "S"),
    tags: fc.uniqueArray(word, { maxLength: 3 }),
    sources: fc.constant([]),
    facts: fc.constant([]),
    words: fc.nat(3),
    noteCount: fc.nat(1),
    dueCount: fc.nat(1),
    position: fc.record({
      offset: fc.constant(0),
      within: fc.constant(0),
      progress: fc.constantFrom(0, 0.5, 1),
    }),
    addedAt: fc.nat(3),
    readingOrder: fc.nat(3),
  },
  {
    requiredKeys: [
      "id",
      "title",
      "kind",
      "creators",
      "language",
      "summary",
      "tags",
      "sources",
      "facts",
      "words",
      "noteCount",
      "dueCount",
    ],
  },
);

/** Some items with ids of their own. */
export const libraries = fc
  .uniqueArray(entries, { selector: ({ id }) => id, maxLength: 12 })
  .map((all) => all.map((each) => new IndexedItem(each as CatalogueEntry)));
