import { wordsOf } from "#domain/search/words";
import { parseMarkdown } from "#domain/text/parse-markdown";
import { mendLunr } from "#main/search/mended-lunr";
import { SearchEngine } from "#main/search/search-engine";
import { bundledItems } from "#main/library/bundled-items";
import { loadCorpus } from "#main/library/load-corpus";
import { searchSource } from "#main/search/search-source";
import { stem } from "#main/search/stem";
import fc from "fast-check";
import lunr from "lunr";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

function engineOf(texts: readonly string[]): SearchEngine {
  const engine = new SearchEngine(":memory:");
  engine.load({
    items: texts.map((text, index) => ({
      id: `i${index}`,
      title: "",
      tags: [],
      kind: "brief",
      structured: {
        version: 1,
        text,
        blocks: [{ kind: "paragraph", start: 0, end: text.length, marks: [] }],
      },
    })),
    notes: [],
    actors: [],
    issues: [],
  });
  return engine;
}
const found = (engine: SearchEngine, text: string): string[] =>
  engine
    .query({ text, limit: 200 })
    .texts.map((hit) => hit.itemId ?? "")
    .sort();

test("the set of hits for words, phrases and exclusions equals that of a plain scan", () => {
  const word = fc.constantFrom(
    "alliance",
    "premature",
    "contacts",
    "treaty",
    "bloc",
    "speech",
    "cable",
  );
  const sentence = fc
    .array(word, { minLength: 1, maxLength: 8 })
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 1, maxLength: 8 }),
      word,
      word,
      word,
      (texts, a, b, c) => {
        const engine = engineOf(texts);
        const stems = texts.map((text) =>
          wordsOf(text).map(({ folded }) => stem(folded)),
        );
        const scan = (test_: (words: readonly string[]) => boolean): string[] =>
          stems
            .flatMap((words, index) => (test_(words) ? [`i${index}`] : []))
            .sort();
        const has = (words: readonly string[], each: string): boolean =>
          words.includes(stem(each));
        expect(found(engine, `${a} ${b} `)).toEqual(
          scan((words) => has(words, a) && has(words, b)),
        );
        expect(found(engine, `${a} -${c} `)).toEqual(
          scan((words) => has(words, a) && !has(words, c)),
        );
        expect(found(engine, `"${a} ${b}"`)).toEqual(
          scan((words) =>
            ` ${words.join(" ")} `.includes(` ${stem(a)} ${stem(b)} `),
          ),
        );
        engine.close();
      },
    ),
    { numRuns: 40 },
  );
});

test("marks are exact on ligatures, combining marks, soft hyphens, emoji, right-to-left and CRLF", () => {
  const text =
    "😀 Eﬃcient le\u00ADgi\u00ADti\u00ADmacy\r\nCafe\u0301 שלום world";
  const engine = engineOf([text]);
  for (const [query, marked] of [
    ["efficient ", "Eﬃcient"],
    ["legitimacy ", "le\u00ADgi\u00ADti\u00ADmacy"],
    ["café ", "Cafe\u0301"],
    ["שלום ", "שלום"],
  ] as const) {
    const [hit] = engine.query({ text: query, limit: 5 }).texts;
    expect(
      hit?.target && text.slice(hit.target.start, hit.target.end),
      query,
    ).toBe(marked);
  }
  engine.close();
});

test("legitimise, legitimize, legitimate and legitimacy find one another, and a word is found while it is typed", () => {
  const engine = engineOf([
    "They legitimize it.",
    "Its legitimacy is asked.",
    "To legitimise is to bless.",
    "Nothing here.",
  ]);
  for (const query of [
    "legitimise ",
    "legitimacy ",
    "legitimate ",
    "legitim",
    "legitima",
  ])
    expect(found(engine, query)).toEqual(["i0", "i1", "i2"]);
  engine.close();
});

test.each([
  '"',
  "NEAR(a b)",
  "a AND",
  "title:",
  "*",
  "-",
  "OR OR",
  "{title}: x",
  "'; drop table posting; --",
  "\u0000",
  "a\u0301".repeat(500),
  "((((",
  'col:"x',
])("the query %j never fails", (query) => {
  const engine = engineOf(["a AND b NEAR title"]);
  expect(engine.query({ text: query, limit: 10 }).query).toBe(query);
  engine.close();
});

test("a damaged file and a stale lock are no reason to fail: the index is built anew", async () => {
  const folder = await mkdtemp(join(tmpdir(), "aide-memoire-unit-"));
  const file = join(folder, "index.sqlite3");
  await writeFile(
    file,
    "not a database, but long enough to be taken for the beginning of one".repeat(
      40,
    ),
  );
  await mkdir(`${file}.lock`);
  const engine = new SearchEngine(file);
  expect(engine.wasRebuilt).toBe(true);
  engine.close();
  await mkdir(`${file}.lock`, { recursive: true });
  const again = new SearchEngine(file);
  expect(again.wasRebuilt).toBe(false);
  again.close();
  await rm(folder, { recursive: true });
});

test("notes are found as soon as they are put, and not after they are removed", () => {
  const engine = engineOf([]);
  engine.putNote({
    id: "n",
    title: "On silence",
    tags: [],
    body: "A zymurgist writes.",
  });
  expect(
    engine.query({ text: "zymurg", limit: 5 }).texts.map(({ id }) => id),
  ).toEqual(["n"]);
  engine.removeNote("n");
  expect(engine.query({ text: "zymurg", limit: 5 }).texts).toEqual([]);
  engine.close();
});

test("names are found by their beginning and with one typing error, aliases included", async () => {
  const corpus = await loadCorpus("resources");
  const engine = new SearchEngine(":memory:");
  engine.load(await searchSource(corpus, bundledItems(corpus), undefined));
  expect(engine.query({ text: "rasm", limit: 5 }).names[0]?.id).toBe(
    "rasmussen",
  );
  expect(engine.query({ text: "bordyuza", limit: 5 }).names[0]?.id).toBe(
    "bordyuzha",
  );
  expect(
    engine.query({ text: "Fogh", limit: 5 }).names.map(({ id }) => id),
  ).toContain("rasmussen");
  engine.close();
});

test("lunr's own names for nodes of its token set collide; the mended ones do not", () => {
  const node = (edges: Record<string, { id: number }>) =>
    Object.assign(new lunr.TokenSet(), { edges });
  const [one, other] = [
    node({ a: { id: 1 }, b: { id: 2 } }),
    node({ a: { id: 12 } }),
  ];
  const colliding = [
    node({ a: { id: 1 }, "1": { id: 1 } }),
    node({ "1": { id: 1 }, a: { id: 1 } }),
  ];
  mendLunr();
  expect(String(one)).not.toBe(String(other));
  expect(String(colliding[0])).toBe(String(colliding[1]));
  const unmended = (edges: Record<string, number>): string =>
    `0${Object.keys(edges)
      .sort()
      .map((label) => label + String(edges[label]))
      .join("")}`;
  expect(
    unmended({ a: 1, "2": 3 }),
    "what lunr 2.3.9 writes: label and id without a separator",
  ).toBe(unmended({ "2": 3, a: 1 }));
  expect(
    unmended({ "1": 23 }),
    "an edge “1” to node 23 and an edge “12” to node 3",
  ).toBe(unmended({ "12": 3 }));
  expect(String(node({ "1": { id: 23 } }))).not.toBe(
    String(node({ "12": { id: 3 } })),
  );
});

test("passages never cross a heading", () => {
  const engine = new SearchEngine(":memory:");
  const structured = parseMarkdown(
    "## One\n\nalpha beta\n\n## Two\n\ngamma delta",
  );
  engine.load({
    items: [{ id: "i", title: "T", tags: [], kind: "brief", structured }],
    notes: [],
    actors: [],
    issues: [],
  });
  expect(engine.query({ text: "alpha gamma ", limit: 5 }).texts).toEqual([]);
  expect(engine.query({ text: "gamma ", limit: 5 }).texts[0]?.detail).toBe(
    "Two",
  );
  engine.close();
});

test("a title is searched by itself, and a term elsewhere does not count for it", () => {
  const engine = engineOf([]);
  engine.putNote({
    id: "in-title",
    title: "Silence",
    tags: [],
    body: "About talk.",
  });
  engine.putNote({
    id: "in-body",
    title: "Talk",
    tags: [],
    body: "About silence.",
  });
  const ids = (text: string): string[] =>
    engine
      .query({ text, limit: 5 })
      .texts.map(({ id }) => id)
      .sort();
  expect(ids("title:silence ")).toEqual(["in-title"]);
  expect(ids("title:sil")).toEqual(["in-title"]);
  expect(ids("silence ")).toEqual(["in-body", "in-title"]);
  expect(ids("silence -title:talk")).toEqual(["in-title"]);
  engine.close();
});

test("one word suffices when any is asked for", () => {
  const engine = engineOf(["alpha", "beta", "gamma"]);
  const { texts, total } = engine.query({
    text: "alpha gamma ",
    limit: 5,
    any: true,
  });
  expect([texts.map(({ itemId }) => itemId).sort(), total]).toEqual([
    ["i0", "i2"],
    2,
  ]);
  engine.close();
});

test.each([
  ["a thousand words", "word ".repeat(1_000)],
  [
    "a thousand different words",
    Array.from({ length: 1_000 }, (_, index) => `w${index}`).join(" "),
  ],
  [
    "a thousand exclusions",
    `word ${Array.from({ length: 1_000 }, (_, index) => `-w${index}`).join(" ")}`,
  ],
  ["names of JavaScript", "constructor __proto__ toString hasOwnProperty"],
  ["lone surrogates", "\ud800 a\udc00b"],
  ["letters newer than the index", "𞤀𞤁 𐲀 ꭰ"],
])("%s as a query never fail", (_name, query) => {
  const engine = engineOf(["word constructor", "other"]);
  for (const any of [false, true])
    expect(engine.query({ text: query, limit: 10, any }).query).toBe(query);
  engine.close();
});

test("any text as a query never fails, and every mark lies over a word of the snippet", () => {
  const engine = engineOf([
    "A cable of 2009 – the speech’s “new beginning”, NEAR the title: it was.",
    "AND OR NOT (x)",
  ]);
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 10 }),
    fc.constantFrom(
      '"',
      "-",
      "*",
      "title:",
      "NEAR(",
      ")",
      "cable",
      "spee",
      " ",
      "AND",
      "new beginning",
      "{",
      "}",
      ":",
      "^",
      "+",
    ),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.boolean(),
      (pieces, any) => {
        for (const { snippet } of engine.query({
          text: pieces.join(""),
          limit: 10,
          any,
        }).texts) {
          for (const { start, end } of snippet?.marks ?? []) {
            expect(wordsOf(snippet?.text.slice(start, end) ?? "")).toHaveLength(
              1,
            );
          }
        }
      },
    ),
    { numRuns: 300 },
  );
  engine.close();
});

test("an index in a file is kept from one session to the next, and follows what changed meanwhile", async () => {
  const folder = await mkdtemp(join(tmpdir(), "aide-memoire-unit-"));
  const file = join(folder, "deep", "index.sqlite3");
  const session = (bodies: Record<string, string>, query: string) => {
    const engine = new SearchEngine(file);
    const notes = Object.entries(bodies).map(([id, body]) => ({
      id,
      title: "",
      tags: [],
      body,
    }));
    engine.load({ items: [], notes, actors: [], issues: [] });
    const hits = engine
      .query({ text: query, limit: 5 })
      .texts.map(({ id }) => id);
    engine.close();
    return [engine.wasRebuilt, hits];
  };
  expect(session({ a: "silence", b: "silence" }, "silence ")).toEqual([
    true,
    ["a", "b"],
  ]);
  expect(session({ b: "silence", c: "silence" }, "silence ")).toEqual([
    false,
    ["b", "c"],
  ]);
  expect(session({ b: "noise" }, "silence ")).toEqual([false, []]);
  await rm(folder, { recursive: true });
});
