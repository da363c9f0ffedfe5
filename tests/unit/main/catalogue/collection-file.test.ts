import {
  editCollection,
  formatCollection,
  parseCollection,
} from "#main/catalogue/collection-file";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";

const collections = fc.record({
  title: fc.string({ minLength: 1, unit: "grapheme" }),
  createdAt: fc.integer({ min: 0, max: Date.parse("2100-01-01") }),
  items: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 }),
});

test("what is written is read, here and by any reader of YAML", () => {
  fc.assert(
    fc.property(collections, (collection) => {
      const file = formatCollection("col_1", collection);
      expect(parseCollection(file)).toEqual({ ok: true, value: collection });
      expect(parse(file)).toMatchObject({
        title: collection.title,
        items: collection.items,
      });
    }),
  );
});

test("an edit changes what it names, and undone it leaves the file as it was", () => {
  fc.assert(
    fc.property(collections, collections, (before, after) => {
      const file = formatCollection("col_1", before);
      const edits = { title: after.title, items: after.items };
      const edited = editCollection(file, edits);
      expect(parseCollection(edited)).toEqual({
        ok: true,
        value: { ...before, ...edits },
      });
      const { title, items } = before;
      expect(editCollection(edited, { title, items })).toBe(file);
    }),
  );
});

test("an item that stands twice in a file counts once", () => {
  expect(parseCollection("title: T\nitems: [a, b, a]\n")).toMatchObject({
    value: { items: ["a", "b"] },
  });
});

test.each([
  "",
  "items: [a]\n",
  "title: ''\n",
  "- a\n",
  "title: [\n",
  "v: 2\ntitle: T\n",
])("%j is no collection", (file) => {
  expect(parseCollection(file).ok).toBe(false);
});
