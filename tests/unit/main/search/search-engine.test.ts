import { wordsOf } from "#domain/search/words";
import { parseMarkdown } from "#domain/text/parse-markdown";
import { bundledItems } from "#main/library/bundled-items";
import { loadCorpus } from "#main/library/load-corpus";
import { librarySource } from "#main/search/source/library-source";
import { makeCards } from "#domain/study/make-cards";
import { SearchEngine } from "#main/search/search-engine";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { ask, engineOf, found, itemOf, marked, noteOf } from "./engine-of";

test("marks are exact on ligatures, combining marks, soft hyphens, emoji, right-to-left and CRLF", () => {
  const text =
    "😀 Eﬃcient le\u00ADgi\u00ADti\u00ADmacy\r\nCafe\u0301 שָׁלוֹם world\r\n👩‍👩‍👧 İstanbul ﷺ";
  const engine = engineOf([text]);
  for (const [query, word] of [
    ["efficient ", "Eﬃcient"],
    ["legitimacy ", "le\u00ADgi\u00ADti\u00ADmacy"],
    ["café ", "Cafe\u0301"],
    ["שלום ", "שָׁלוֹם"],
    ["istanbul ", "İstanbul"],
  ] as const) {
    const [group] = ask(engine, query).groups;
    const target = group?.hits[0]?.target;
    expect(target && text.slice(target.start, target.end), query).toBe(word);
    expect(group && marked(group), query).toEqual([word]);
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
  ["de", "Die Verträge mit den Häusern", ["Vertrag", "vertragen", "Haus"]],
  ["fr", "Les accords de l’étrangère", ["accord", "étrangères", "etrangere"]],
  [
    "es",
    "La organización internacional",
    ["organizaciones", "internacionales", "organizacion"],
  ],
  ["it", "Gli accordi dell’Unione", ["accordo", "unione", "unioni"]],
  ["pt", "As organizações unidas", ["organização", "unida", "organizacoes"]],
  ["nl", "De verdragen van de landen", ["verdrag", "land"]],
  ["sv", "Fördragen om säkerheten", ["fördrag", "säkerhet", "sakerhet"]],
  [
    "ru",
    "О договорах коллективной безопасности",
    ["договор", "коллективная", "безопасность"],
  ],
  ["da", "Traktaterne om sikkerheden", ["traktat", "sikkerhed"]],
  ["no", "Avtalene om sikkerheten", ["avtale", "sikkerhet"]],
  ["fi", "Talossa oli sopimus", ["talo", "talon"]],
  ["hu", "A biztonsági szerződések", ["biztonság", "szerződés"]],
  ["ro", "Tratatele de securitate", ["tratat", "securitate"]],
  ["tr", "Güvenlik anlaşmaları", ["güvenlik", "anlaşma"]],
  ["uk", "Договір про безпеку", ["договір", "безпеку"]],
  ["zh", "北约与集体安全条约组织的关系", ["条约", "安全", "组织"]],
  ["ja", "集団安全保障条約機構は", ["条約", "機構", "安全"]],
  ["th", "สนธิสัญญาความมั่นคง", ["สนธิสัญญา", "มั่นคง"]],
])(
  "in %s, %j is found by its words in other forms",
  (language, text, queries) => {
    const engine = engineOf([
      itemOf("here", text, { language }),
      itemOf("there", "Something else altogether.", { language: "en" }),
    ]);
    for (const query of queries)
      expect(found(engine, `${query} `), query).toEqual(["here"]);
    engine.close();
  },
);

test("a stem of one language is not taken for a word of another that is written alike", () => {
  const engine = engineOf([
    itemOf("de", "Das Kindes", { language: "de" }),
    itemOf("en", "He was kind.", { language: "en" }),
  ]);
  // "Kindes" and "kind" share a German stem; "kindness" has no German relatives.
  expect(found(engine, "kinds ")).toContain("en");
  expect(found(engine, "kindes ")).toContain("de");
  expect(found(engine, "kind lang:de ")).toEqual(["de"]);
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
  "_note",
  "near(_ a, 3)",
])("the query %j never fails", (query) => {
  const engine = engineOf(["a AND b NEAR title"]);
  expect(ask(engine, query).query.text).toBe(query);
  engine.close();
});

test("notes are found as soon as they are put, and not after they are removed", () => {
  const engine = engineOf([noteOf("n", "A zymurgist writes.")]);
  expect(found(engine, "zymurg")).toEqual(["n"]);
  engine.writer.put(noteOf("n", "An oenologist writes."));
  expect(found(engine, "zymurg")).toEqual([]);
  expect(found(engine, "oenolog")).toEqual(["n"]);
  engine.writer.remove(["note/n"]);
  expect(found(engine, "oenolog")).toEqual([]);
  engine.close();
});

async function bundledEngine(): Promise<SearchEngine> {
  const corpus = await loadCorpus("resources");
  const { knowledge } = corpus;
  const cards = makeCards(knowledge);
  const source = librarySource({
    corpus,
    items: bundledItems(corpus),
    knowledge: () => knowledge,
    cards: () => cards,
    library: () => undefined,
  });
  const engine = new SearchEngine(":memory:");
  engine.know(source.names());
  for await (const told of source.tell()) {
    const { documents } = await source.get(told.map(({ key }) => key));
    for (const document of documents) engine.writer.put(document);
  }
  return engine;
}

test("names are found by their beginning and with one typing error, aliases included", async () => {
  const engine = await bundledEngine();
  const names = (text: string) => ask(engine, text).names.map(({ id }) => id);
  expect(names("rasm")[0]).toBe("rasmussen");
  expect(names("bordyuza")[0]).toBe("bordyuzha");
  expect(names("Fogh")).toContain("rasmussen");
  // Names that are found by a typing error alone leave open whether the texts were meant.
  const { names: near, spellings, total } = ask(engine, "legitmacy ");
  expect(near.length).toBeGreaterThan(0);
  expect(total).toBe(0);
  expect(spellings.map(({ text }) => text)).toContain("legitimacy ");
  expect(ask(engine, "rasmussen ").spellings).toEqual([]);
  engine.close();
});

test("whoever is named is found under every alias, marked with the name, and it can be switched off", () => {
  const names = [
    {
      kind: "actor" as const,
      id: "rasmussen",
      name: "Anders Fogh Rasmussen",
      aliases: ["Fogh", "the Secretary General"],
      detail: "",
      actorKind: "person" as const,
    },
    {
      kind: "actor" as const,
      id: "other",
      name: "Jaap de Hoop Scheffer",
      aliases: ["the Secretary General"],
      detail: "",
      actorKind: "person" as const,
    },
  ];
  const engine = engineOf(
    [
      "Rasmussen spoke.",
      "Fogh was there.",
      "The Secretary General left.",
      "Nobody.",
    ],
    names,
  );
  expect(found(engine, "rasmussen ")).toEqual(["i0", "i1", "i2"]);
  expect(found(engine, "rasmussen ", { aliases: false })).toEqual(["i0"]);
  expect(found(engine, "actor:rasmussen ", { aliases: false })).toEqual([
    "i1",
    "i2",
  ]);
  const { groups, expansions } = ask(engine, "rasmussen ");
  const stood = groups.map((group) => [
    marked(group)[0],
    group.hits[0]?.snippet.marks[0]?.actor,
  ]);
  expect(stood.sort()).toEqual([
    ["Fogh", "Anders Fogh Rasmussen"],
    ["Rasmussen", undefined],
    ["The Secretary General", "Anders Fogh Rasmussen"],
  ]);
  expect(expansions).toMatchObject([{ start: 0, end: 9, actor: "rasmussen" }]);
  // Who is meant is open, so nobody's other names are searched.
  expect(ask(engine, '"the secretary general" ').expansions).toEqual([]);
  engine.close();
});

test("what is known answers its filters: stance, issue, first-hand and hearsay, with the passages it rests on", async () => {
  const engine = await bundledEngine();
  const kinds = (text: string) =>
    new Set(ask(engine, text).groups.map(({ kind }) => kind));
  expect(kinds("said-by:rasmussen ")).toEqual(
    new Set(["position", "card", "passage"]),
  );
  const said = found(engine, "said-by:rasmussen kind:position ");
  const reported = found(engine, "reported:rasmussen kind:position ");
  expect(said.filter((id) => reported.includes(id))).toEqual([]);
  expect(found(engine, "stance:opposes kind:position ").length).toBeGreaterThan(
    0,
  );
  expect(found(engine, "actor:nato kind:event ").length).toBeGreaterThan(0);
  expect(kinds("issue:csto -kind:position ").has("position")).toBe(false);
  expect(found(engine, "stance:opposes -stance:opposes ")).toEqual([]);
  const { query, groups } = ask(engine, "actor:nobody-at-all said ");
  expect(query.complaints.map(({ code }) => code)).toEqual(["actor-unknown"]);
  expect(groups).toEqual([]);
  engine.close();
});

test("places and cards are answered by what main says of them", () => {
  const engine = engineOf([
    itemOf("a", "silence", { title: "Munich speech" }),
    itemOf("b", "silence"),
    itemOf("card", "silence", { key: "card/c", kind: "card", id: "c" }),
  ]);
  expect(found(engine, 'silence in:"Munich" ')).toEqual(["a"]);
  const context = {
    places: [["briefs", ["b"]]],
    cards: [["due:today", ["c"]]],
  } as const;
  expect(found(engine, "silence in:briefs ", { context })).toEqual(["b"]);
  expect(found(engine, "due:today ", { context })).toEqual(["c"]);
  expect(found(engine, "silence -due:today ", { context })).toEqual(["a", "b"]);
  expect(found(engine, "silence in:nowhere ")).toEqual([]);
  expect(
    ask(engine, "silence in:nowhere ").query.complaints.map(({ code }) => code),
  ).toEqual(["place-unknown"]);
  engine.close();
});

test("passages never cross a heading, and at most three of an item are shown", () => {
  const structured = parseMarkdown(
    "## One\n\nalpha beta\n\n## Two\n\ngamma delta\n\n## Three\n\nbeta\n\n## Four\n\nbeta\n\n## Five\n\nbeta",
  );
  const text = { form: "structured" as const, structured };
  const engine = engineOf([itemOf("i", "", { title: "T", text })]);
  expect(found(engine, "alpha gamma ")).toEqual([]);
  const [group] = ask(engine, "gamma ").groups;
  expect(group?.hits.map(({ heading }) => heading)).toEqual(["Two"]);
  const { groups, total } = ask(engine, "beta ");
  expect([groups.length, groups[0]?.hits.length, total]).toEqual([1, 3, 4]);
  expect(ask(engine, "three").names.map(({ title }) => title)).toEqual([
    "Three",
  ]);
  engine.close();
});

test("a title is searched by itself, and a term elsewhere does not count for it", () => {
  const engine = engineOf([
    noteOf("in-title", "About talk.", { title: "Silence" }),
    noteOf("in-body", "About silence.", { title: "Talk" }),
  ]);
  expect(found(engine, "title:silence ")).toEqual(["in-title"]);
  expect(found(engine, "title:sil")).toEqual(["in-title"]);
  expect(found(engine, "body:silence ")).toEqual(["in-body"]);
  expect(found(engine, "silence ")).toEqual(["in-body", "in-title"]);
  expect(found(engine, "silence -title:talk")).toEqual(["in-title"]);
  engine.close();
});

test("where nothing is found, another spelling is offered that does find something", () => {
  const engine = engineOf(["The alliance recognises nobody.", "A treaty."]);
  const { spellings } = ask(engine, "aliance nobody ");
  expect(spellings).toEqual([
    { text: "alliance nobody ", changed: [{ start: 0, end: 8 }] },
  ]);
  expect(ask(engine, "aliance treaty ").spellings).toEqual([]);
  expect(ask(engine, "alliance ").spellings).toEqual([]);
  engine.close();
});

test("a hit is shown in full, with everything that answers the query", () => {
  const filler = Array.from(
    { length: 80 },
    (_, index) => `filler${index}`,
  ).join(" ");
  const engine = engineOf([
    itemOf("a", `cable ${filler} cable`, { title: "T" }),
  ]);
  const [group] = ask(engine, "cable ").groups;
  const hit = group?.hits[0]?.id ?? "";
  expect(group?.hits[0]?.snippet.marks).toHaveLength(1);
  const preview = engine.preview({ text: "cable ", limit: 1 }, hit);
  expect(preview?.snippet.marks).toHaveLength(2);
  expect(
    engine.preview({ text: "cable ", limit: 1 }, "item/gone#0"),
  ).toBeUndefined();
  engine.close();
});

test("passages like one share what is peculiar to it, and it is not among them", () => {
  const engine = engineOf([
    "The collective rapid reaction force exercised in Kazakhstan.",
    "A rapid reaction force was formed for Kazakhstan and its allies.",
    "Missile defence was discussed in Prague.",
  ]);
  const like = engine.like("item/i0#0", 5, {
    state: "ready",
    done: 0,
    total: 0,
  });
  expect(like.groups.map(({ id }) => id)).toEqual(["i1"]);
  engine.close();
});

test("one word suffices when any is asked for", () => {
  const engine = engineOf(["alpha", "beta", "gamma"]);
  expect(found(engine, "alpha gamma ", { any: true })).toEqual(["i0", "i2"]);
  engine.close();
});

test("a beginning of one or two letters asks the names only, and narrows nothing beside other words", () => {
  const engine = engineOf([itemOf("a", "eu treaty", { title: "Europe" })]);
  expect(found(engine, "eu")).toEqual([]);
  expect(ask(engine, "eu").names.map(({ id }) => id)).toEqual(["a"]);
  expect(found(engine, "eu ")).toEqual(["a"]);
  expect(found(engine, "treaty xy")).toEqual(["a"]);
  expect(found(engine, "treaty xyz")).toEqual([]);
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
  ["a thousand filters", "kind:note ".repeat(1_000)],
  ["a long phrase", `"${"word ".repeat(1_000)}"`],
  [
    "names of JavaScript",
    "constructor __proto__ toString hasOwnProperty in:__proto__ ",
  ],
  ["lone surrogates", "\ud800 a\udc00b"],
  ["letters newer than the index", "𞤀𞤁 𐲀 ꭰ"],
])("%s as a query never fail", (_name, query) => {
  const engine = engineOf(["word constructor", "other"]);
  for (const any of [false, true])
    expect(ask(engine, query, { any }).query.text).toBe(query);
  engine.close();
});

test("any text as a query never fails, and every mark lies over words of the snippet", () => {
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
      "~1",
      "title:",
      "kind:",
      "before:2010",
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
        for (const { hits } of ask(engine, pieces.join(""), { any }).groups)
          for (const { snippet } of hits)
            for (const { start, end } of snippet.marks)
              expect(
                wordsOf(snippet.text.slice(start, end)).length,
              ).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
  engine.close();
});

test("a heading is marked where it answers, is no part of what stands under it, and its passage is found by where it begins", () => {
  const structured = parseMarkdown(
    "Before.\n\n## The waning alliance\n\nIt met once.",
  );
  const engine = engineOf([
    itemOf("i0", "", { text: { form: "structured", structured } }),
  ]);
  const [hit] = ask(engine, "alliance ").groups[0]?.hits ?? [];
  const heading = hit?.heading ?? "";
  expect(
    hit?.headingMarks.map(({ start, end }) => heading.slice(start, end)),
  ).toEqual(["alliance"]);
  expect(hit?.snippet).toMatchObject({ text: "It met once.", marks: [] });
  const { start } = ask(engine, "waning").names[0]?.target ?? { start: -1 };
  expect(
    engine.preview({ text: "once ", limit: 1 }, `item/i0@${start}`),
  ).toMatchObject({
    heading: "The waning alliance",
    headingMarks: [],
    snippet: { text: "It met once.", marks: [{ start: 7, end: 11 }] },
  });
  engine.close();
});

test("a name that is found by what else it is called says so", () => {
  const engine = engineOf(
    ["Text."],
    [
      {
        kind: "actor",
        id: "csto",
        name: "CSTO",
        aliases: ["Collective Security Treaty Organization", "ODKB"],
        detail: "",
      },
    ],
  );
  const aliasOf = (query: string) => ask(engine, query).names[0]?.alias;
  expect(aliasOf("odkb")).toBe("ODKB");
  expect(aliasOf("treaty sec")).toBe("Collective Security Treaty Organization");
  expect(aliasOf("csto")).toBeUndefined();
  engine.close();
});

test("a word of thousands of letters is looked for among the names like any other", () => {
  const engine = engineOf(
    ["Text."],
    [{ kind: "actor", id: "a", name: "Fogh", aliases: [], detail: "" }],
  );
  const { names, total } = ask(engine, "a".repeat(10_000));
  expect([names, total]).toEqual([[], 0]);
  engine.close();
});

test("where nothing is found of several words, it is told which of them no text holds", () => {
  const engine = engineOf(["The treaty was signed.", "A council met."]);
  const absent = (text: string): string[] =>
    ask(engine, text).absent.map(({ start, end }) => text.slice(start, end));
  expect(absent("treaties zebu yak* ")).toEqual(["zebu", "yak*"]);
  expect(absent('treaty "treaty signed" zebu ')).toEqual([
    '"treaty signed"',
    "zebu",
  ]);
  expect(absent("treaty council ")).toEqual([]);
  expect(absent("treaty signed ")).toEqual([]);
  expect(absent("zebu ")).toEqual([]);
  expect(absent("treaty -zebu kind:note ")).toEqual([]);
  engine.close();
});

test("questions of its own change nothing of what is found, and end", () => {
  const engine = engineOf([
    itemOf("a", "Talks were held.", { title: 'near("talks -held' }),
    itemOf("b", "Talks were put off.", { title: "" }),
  ]);
  const before = ask(engine, "talks ");
  const warmUp = (): number =>
    [...engine.warmUp({ state: "ready", done: 2, total: 2 })].length;
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  expect(warmUp()).toBe(2);
  let now = 0;
  clock.mockImplementation(() => (now += 1_000));
  expect(warmUp()).toBe(1);
  clock.mockRestore();
  const { groups, total } = ask(engine, "talks ");
  expect({ groups, total }).toEqual({
    groups: before.groups,
    total: before.total,
  });
  engine.close();
});
