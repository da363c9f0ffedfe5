import { correctedFields, type ItemRecord } from "#main/library/item-record";
import { formatMeta, parseMeta } from "#main/library/meta-file";
import { IMPORT_FORMATS } from "#main/import/reader";
import { ITEM_KINDS } from "#domain/library/item";
import fc from "fast-check";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const GOLDEN = resolve("tests/golden/meta-1.yaml");
const ID = "aaaaaaaaaaaaaaaaaaaaaaaaaa";
const SHA = "0123456789abcdef".repeat(4);

const golden: ItemRecord = {
  id: ID,
  read: {
    title: "U.S. Blocking “NATO-CSTO” Cooperation: a report",
    kind: "article",
    creators: [
      { name: "Joshua Kucera", given: "Joshua", family: "Kucera" },
      { name: "Комитет" },
    ],
    date: "2011-02~",
    language: "en",
    publisher: "A publisher",
    url: "https://example.org/?a=1&b=#c",
    summary: 'What it says:\nwith "quotes", a # sign and a \u2028 line.',
    tags: ["nato", "csto: talks"],
  },
  corrections: { title: "Blocking cooperation", publisher: null },
  source: {
    fileName: "report.html",
    bytes: 12345,
    sha256: SHA,
    url: "https://example.org/",
  },
  importedAt: Date.parse("2026-11-24T10:00:00.123Z"),
  format: "html",
  original: "original.html",
  readerVersion: 3,
  textHash: SHA,
  words: 987,
  warnings: [{ code: "picture-missing", detail: "a.png" }],
  extra: { section: { name: "World", number: 4 } },
};

test("the file of today is written letter for letter as the golden one", async () => {
  expect(formatMeta(golden)).toBe(await readFile(GOLDEN, "utf8"));
});

test("the golden file of version 1 is read as what it was made from, also by a YAML parser", async () => {
  const file = await readFile(GOLDEN, "utf8");
  expect(parseMeta(ID, file)).toEqual({ ok: true, value: golden });
  expect(parseMeta(ID, `# a comment\n${file}`)).toEqual({
    ok: true,
    value: golden,
  });
});

test("what a person wrote by hand is read with sensible fillings", () => {
  const file = `
v: 1
title: By hand
creators: [A. Writer]
date: 2009
source: {fileName: a.txt, bytes: 3, sha256: ${SHA}}
imported: 2026-11-24T10:00:00.000Z
format: text
original: original.txt
readerVersion: 1
textHash: ${SHA}
words: 1
ours: kept
`;
  const read = parseMeta(ID, file);
  expect(read).toMatchObject({
    ok: true,
    value: {
      read: {
        title: "By hand",
        creators: [{ name: "A. Writer" }],
        date: "2009",
        language: "und",
        kind: "document",
        tags: [],
        summary: "",
      },
      corrections: {},
    },
  });
});

test.each([
  ["title: [", "title: ["],
  ["a newer program", "v: 2\ntitle: x\n"],
  ["a path as the original", "original"],
  ["a day that does not exist", "date"],
])("%s is refused with a reason", (_what, change) => {
  const file = formatMeta(golden);
  const broken =
    change === "original"
      ? file.replace("original.html", "../../etc/passwd")
      : change === "date"
        ? file.replace("2011-02~", "2011-02-30")
        : change;
  expect(parseMeta(ID, broken)).toMatchObject({
    ok: false,
    failure: expect.stringMatching(/./u) as string,
  });
});

test("corrections stand instead of what was read, and null empties a field", () => {
  const fields = correctedFields(golden);
  expect([fields.title, "publisher" in fields, fields.url]).toEqual([
    "Blocking cooperation",
    false,
    golden.read.url,
  ]);
});

const word = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
const record = fc.record({
  id: fc.constant(ID),
  read: fc.record(
    {
      title: word,
      kind: fc.constantFrom(...ITEM_KINDS),
      creators: fc.array(fc.record({ name: word })),
      date: fc.constantFrom("2009", "2009-09", "2009-09-10~", "2008/2010"),
      language: word,
      publisher: word,
      url: word,
      summary: fc.string({ unit: "binary" }),
      tags: fc.array(word),
    },
    {
      requiredKeys: [
        "title",
        "kind",
        "creators",
        "language",
        "summary",
        "tags",
      ],
    },
  ),
  corrections: fc.record(
    { title: word, tags: fc.array(word), url: fc.constant(null) },
    { requiredKeys: [] },
  ),
  source: fc.record({
    fileName: fc.string({ unit: "binary" }),
    bytes: fc.nat(),
    sha256: fc.constant(SHA),
  }),
  importedAt: fc.nat({ max: 4e12 }),
  format: fc.constantFrom(...IMPORT_FORMATS),
  original: fc.constant("original.txt"),
  readerVersion: fc.nat(),
  textHash: fc.constant(SHA),
  words: fc.nat(),
  warnings: fc.array(fc.record({ code: word, detail: word })),
  extra: fc.dictionary(
    // Names that reach into every object are left out on reading.
    word.filter(
      (key) => !["__proto__", "prototype", "constructor"].includes(key),
    ),
    fc.jsonValue(),
  ),
});

test("whatever letters a record holds, it is read as it was written, line by line and as YAML", () => {
  fc.assert(
    fc.property(record, (each) => {
      const file = formatMeta(each as ItemRecord);
      const plain = JSON.parse(JSON.stringify(each)) as unknown;
      const read = parseMeta(ID, file);
      const asYaml = parseMeta(ID, `# by hand\n${file}`);
      expect(JSON.parse(JSON.stringify(read))).toEqual({
        ok: true,
        value: plain,
      });
      expect(asYaml).toEqual(read);
    }),
    { numRuns: 200 },
  );
});
