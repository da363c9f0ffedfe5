import type { CitedItem } from "#main/interchange/citation-of-item";
import { citationKeys } from "#main/interchange/citation-keys";
import { exportBibtex } from "#main/interchange/export-bibtex";
import { exportCsl } from "#main/interchange/export-csl";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import fc from "fast-check";
import { expect, test } from "vitest";

interface ReadBack {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly Readonly<Record<string, string>>[];
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly URL?: string;
  readonly publisher?: string;
}

/** Reads BibTeX with the library's own parser, which the program itself never uses. */
function readBack(bibtex: string): readonly ReadBack[] {
  return new Cite(bibtex).data as readonly ReadBack[];
}

const item = (changes: Partial<CitedItem>): CitedItem => ({
  id: "x",
  title: "The road",
  kind: "article",
  creators: [{ name: "Anna Berg" }],
  language: "en",
  date: "2011-03-03",
  ...changes,
});

test("keys say who, when and what, and no two are equal", () => {
  const keys = citationKeys([
    item({ id: "1" }),
    item({ id: "3", title: "Road works" }),
    item({ id: "2", title: "A road" }),
    item({ id: "4", creators: [{ name: "Martin Luther King Jr." }] }),
    item({ id: "5", creators: [], title: "Überblick", date: "1850~" }),
    item({ id: "6", creators: [{ name: "Николай Бордюжа" }], title: "О" }),
  ]);
  expect([...keys].sort()).toEqual([
    ["1", "berg2011roada"],
    ["2", "berg2011roadb"],
    ["3", "berg2011roadc"],
    ["4", "king2011road"],
    ["5", "item1850uberblick"],
    ["6", "item2011"],
  ]);
});

test("BibTeX that was written is read back with the same words", () => {
  const items = [
    item({
      id: "1",
      title: "100 % of {it}: costs_and $ signs & #1 \\ ~ ^",
      creators: [
        { name: "Martin Luther King Jr." },
        { name: "Jaap de Hoop Scheffer" },
        { name: "Ministry of Foreign Affairs & Trade" },
      ],
      publisher: "Corridor & Watch",
      url: "https://example.org/a_b?c=d%20e#f",
    }),
    item({
      id: "2",
      kind: "book",
      title: "О проблеме безопасности",
      creators: [{ name: "Николай Бордюжа" }],
      publisher: "Наука",
      date: "2009-09",
    }),
  ];
  const [first, second] = readBack(exportBibtex(items));
  expect(first).toMatchObject({
    id: "king2011100",
    title: "100 % of {it}: costs_and $ signs & #1 \\ ~ ^",
    author: [
      { family: "King", given: "Martin Luther", suffix: "Jr." },
      { given: "Jaap", family: "Hoop Scheffer", "non-dropping-particle": "de" },
      { family: "Ministry of Foreign Affairs & Trade" },
    ],
    URL: "https://example.org/a_b?c=d%20e#f",
  });
  expect(second).toMatchObject({
    type: "book",
    title: "О проблеме безопасности",
    author: [{ family: "Бордюжа", given: "Николай" }],
    publisher: "Наука",
    issued: { "date-parts": [[2009, 9]] },
  });
});

test("a period and a date that is about right are kept whole beside the year", () => {
  const text = exportBibtex([
    item({ id: "1", date: "2004/2024-05" }),
    item({ id: "2", date: "2009-09~" }),
    item({ id: "3", date: "2009-09-10" }),
    item({ id: "4", date: "2004/2024", written: "2026-11-24" }),
  ]);
  expect(text.match(/\tdate = .*/gu)).toEqual([
    "\tdate = {2004/2024-05},",
    "\tdate = {2009-09~},",
  ]);
  expect(text).toContain("year = {2004},");
});

test("months are BibTeX's own words and days stand beside them", () => {
  const text = exportBibtex([
    item({ id: "1" }),
    item({ id: "2", date: "2009-12" }),
    item({ id: "3", date: "1998" }),
    item({ id: "4", kind: "web-page", url: "https://example.org/a_b" }),
  ]);
  expect(text).toContain("\tmonth = mar,\n\tday = {3},");
  expect(text).toContain("\tmonth = dec,\n\ttitle");
  expect(text).toContain("\tyear = {1998},\n\ttitle");
  expect(text).toContain("\thowpublished = {\\url{https://example.org/a_b}},");
});

test("an address cannot end its field", () => {
  const [read] = readBack(
    exportBibtex([
      item({ url: "https://example.org/}{\\@evil{x, title={y}}" }),
    ]),
  );
  expect(read).toMatchObject({ title: "The road" });
});

test("nothing to export is an empty file, and an empty list", () => {
  expect(exportBibtex([])).toBe("");
  expect(exportCsl([])).toBe("[]\n");
});

test("CSL-JSON holds every item under its own key", () => {
  const exported = JSON.parse(
    exportCsl([item({ id: "1" }), item({ id: "2" })]),
  ) as Record<string, unknown>[];
  expect(exported.map((one) => one["citation-key"])).toEqual([
    "berg2011roada",
    "berg2011roadb",
  ]);
  expect(exported[0]).toMatchObject({ type: "document", title: "The road" });
});

test("any titles and names give BibTeX that is read as so many entries", () => {
  const text = fc.string({
    unit: fc.constantFrom(..."ab AB{}\\$&%#_~^\"'@,=<>/\nж中"),
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 4 }),
      (works) => {
        const items = works.map(([title, name, publisher], index) =>
          item({
            id: String(index),
            title: `T${title}`,
            creators: [{ name: `N${name}` }],
            publisher,
          }),
        );
        expect(readBack(exportBibtex(items))).toHaveLength(items.length);
      },
    ),
  );
});
