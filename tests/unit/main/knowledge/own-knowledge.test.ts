import {
  createCard,
  createActor,
  createEvent,
  createIssue,
  createPosition,
  type KnowledgeContext,
} from "#main/knowledge/knowledge-operations";
import { KnowledgeStore } from "#main/knowledge/knowledge-store";
import { anchorEvidence } from "#main/library/anchor-evidence";
import type { LibraryItem } from "#main/library/library-item";
import { CardStore } from "#main/study/card-store";
import type { Knowledge } from "#domain/knowledge/knowledge";
import { ok } from "#domain/result";
import { makeCards } from "#domain/study/make-cards";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const inFolder = useTemporaryFolder();
const NOW = Date.UTC(2026, 10, 24, 9);
const TEXT = "Ruritania’s envoy called the pact premature.\n\nOthers waited.";
const BUNDLED: Knowledge = {
  actors: [
    {
      id: "nato",
      kind: "organisation",
      name: "NATO",
      aliases: ["the Alliance"],
      roles: [],
      facts: [],
      evidence: [],
    },
  ],
  issues: [
    {
      id: "contacts",
      title: "Formal contacts",
      question: "Should there be contacts?",
      note: "",
      aliases: [],
      evidence: [],
    },
  ],
  positions: [],
  events: [],
};
const passage = { item: "brief", start: 0, end: 43 };
const says = (actor: string) => [
  { speaker: "Envoy", actor, mode: "says" as const },
];
let context: KnowledgeContext;

async function opened(): Promise<KnowledgeContext> {
  const item = {
    structured: () =>
      Promise.resolve(ok({ version: 1, text: TEXT, blocks: [] })),
  } as unknown as LibraryItem;
  return {
    store: await KnowledgeStore.open(inFolder(), BUNDLED),
    cards: await CardStore.open({
      library: inFolder(),
      historyFolder: inFolder("history"),
    }),
    items: { find: (id) => (id === "brief" ? item : undefined) },
  };
}

beforeEach(async () => {
  context = await opened();
});

async function id(
  made: Promise<
    { ok: boolean } & (
      | { ok: true; value: { id: string } }
      | { ok: false; failure: { code: string } }
    )
  >,
) {
  const result = await made;
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.id;
}

const newActor = () =>
  id(
    createActor(
      context,
      { name: "Ruritania", kind: "state", aliases: [], evidence: [passage] },
      NOW,
    ),
  );
const newPosition = (actor: string) =>
  id(
    createPosition(
      context,
      {
        actor,
        issue: "contacts",
        stance: "opposes",
        date: "2009-09",
        statement: "Ruritania called the pact premature.",
        attribution: says(actor),
        evidence: [passage],
      },
      NOW,
    ),
  );

test("a stated position makes a cell and two cards, and is there after a restart", async () => {
  const actor = await newActor();
  const position = await newPosition(actor);
  context = await opened();
  const known = context.store.all.positions.find(
    (each) => each.id === position,
  );
  expect(known).toMatchObject({
    actor,
    stance: "opposes",
    evidence: [{ item: "brief", selector: { exact: TEXT.slice(0, 43) } }],
  });
  const cards = makeCards(context.store.all).filter(
    (card) => card.origin.id === position,
  );
  expect(cards.map(({ form }) => form).sort()).toEqual([
    "what-held",
    "who-held",
  ]);
});

test("issues and events are made the same way", async () => {
  const issue = await id(
    createIssue(
      context,
      { title: "The pact", question: "Should it be signed?", evidence: [] },
      NOW,
    ),
  );
  const event = await id(
    createEvent(
      context,
      {
        title: "The pact is signed",
        summary: "",
        date: "2009-10-01",
        actors: ["nato"],
        attribution: says("nato"),
        evidence: [passage],
      },
      NOW,
    ),
  );
  context = await opened();
  expect(context.store.all.issues.map((each) => each.id)).toContain(issue);
  expect(
    context.store.all.events.find((each) => each.id === event)?.summary,
  ).toBe("The pact is signed");
});

test("removing takes a position out of matrix and cards, and restoring brings it back as it was", async () => {
  const position = await newPosition("nato");
  const before = context.store.all;
  const removed = await context.store.remove("positions", position, NOW);
  if (!removed.ok) throw new Error(removed.failure.code);
  expect(context.store.all.positions).toEqual([]);
  expect((await opened()).store.all.positions).toEqual([]);
  await context.store.restore(removed.value);
  expect(context.store.all).toEqual(before);
});

test("what is bundled cannot be removed", async () => {
  expect(await context.store.remove("actors", "nato", NOW)).toMatchObject({
    ok: false,
    failure: { code: "bad-request" },
  });
});

test.each([
  [{ actor: "nobody" }, "not-found"],
  [{ issue: "nothing" }, "not-found"],
  [{ date: "2009-13" }, "bad-request"],
  [{ evidence: [{ item: "elsewhere", start: 0, end: 3 }] }, "not-found"],
  [{ evidence: [{ item: "brief", start: 10, end: 4_000 }] }, "bad-request"],
  [
    { attribution: [{ speaker: "X", actor: "nobody", mode: "says" as const }] },
    "not-found",
  ],
])("a position with %j is refused and leaves nothing", async (wrong, code) => {
  const input = {
    actor: "nato",
    issue: "contacts",
    stance: "open" as const,
    date: "2009",
    statement: "S.",
    attribution: says("nato"),
    evidence: [passage],
    ...wrong,
  };
  expect(await createPosition(context, input, NOW)).toMatchObject({
    ok: false,
    failure: { code },
  });
  expect(await readdir(inFolder()).catch(() => [])).toEqual([]);
});

test("a name that an actor has already, in any case, is not given twice", async () => {
  expect(
    await createActor(
      context,
      { name: "the alliance", kind: "body", aliases: [], evidence: [] },
      NOW,
    ),
  ).toMatchObject({ ok: false, failure: { code: "bad-request" } });
});

test("a broken record is named and left, and the others are there", async () => {
  await newActor();
  await writeFile(inFolder("knowledge", "actors", "a-broken.json"), "{");
  context = await opened();
  expect(context.store.problems).toMatchObject([
    { code: "record-unreadable", path: "knowledge/actors/a-broken.json" },
  ]);
  expect(context.store.all.actors).toHaveLength(2);
});

const content = {
  form: "own-cloze" as const,
  topic: "",
  explanation: "",
  answer: "premature",
  evidence: [passage],
};

test("a cloze hides its words in the question and shows them in the explanation", async () => {
  const card = await id(
    createCard(
      context,
      { ...content, question: "They called it {{premature}}." },
      NOW,
    ),
  );
  context = await opened();
  expect(context.cards.list()).toMatchObject([
    {
      id: card,
      question: "They called it _____.",
      explanation: "They called it premature.",
      origin: { kind: "passage" },
    },
  ]);
});

test("a cloze that hides nothing is refused", async () => {
  expect(
    await createCard(context, { ...content, question: "Nothing." }, NOW),
  ).toMatchObject({ ok: false });
});

test("a removed card comes back, and lines that cannot be read stay in their pack", async () => {
  await mkdir(inFolder("decks", "own"), { recursive: true });
  await writeFile(
    inFolder("decks", "own", "0001.jsonl"),
    '{"v":9,"of":"a newer program"}\n',
  );
  context = await opened();
  expect(context.cards.problems).toMatchObject([
    { code: "record-unreadable", count: 1 },
  ]);
  const card = await id(
    createCard(context, { ...content, question: "A {{b}}" }, NOW),
  );
  const removed = await context.cards.remove(card, NOW);
  if (!removed.ok) throw new Error(removed.failure.code);
  expect((await opened()).cards.list()).toEqual([]);
  await context.cards.restore(removed.value, NOW);
  expect((await opened()).cards.list().map((each) => each.id)).toEqual([card]);
  const pack = await readFile(inFolder("decks", "own", "0001.jsonl"), "utf8");
  expect(pack).toContain('{"v":9,"of":"a newer program"}');
});

test("cards made at once are all there", async () => {
  await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      createCard(
        context,
        { ...content, question: `{{${index}}}` },
        NOW + index,
      ),
    ),
  );
  expect((await opened()).cards.list()).toHaveLength(30);
});

test("evidence on a passage that stands twice leads to the one that was meant, and older forms are read", async () => {
  const page = "The council met again, as it had met before. Nothing came.";
  const text = [page, "A word between.", page].join("\n\n");
  const item = {
    metadata: { id: "brief", title: "A brief" },
    structured: () => Promise.resolve(ok({ version: 1, text, blocks: [] })),
  } as unknown as LibraryItem;
  const items = { find: () => item };
  const start = text.lastIndexOf("as it had met");
  const range = { item: "brief", start, end: start + 13 };
  await id(
    createActor(
      { ...context, items },
      { name: "Ruritania", kind: "state", aliases: [], evidence: [range] },
      NOW,
    ),
  );
  const actor = (await opened()).store.all.actors.at(-1);
  const evidence = actor?.evidence[0];
  if (!evidence) throw new Error("No evidence was stored");
  expect((await anchorEvidence(items, evidence)).anchor).toEqual({
    state: "exact",
    start,
    end: start + 13,
  });
  // As it was stored before: the words alone, which stand twice.
  const { position, ...older } = evidence;
  expect(position?.conformsTo).toBe("urn:aide:letter-position");
  expect((await anchorEvidence(items, older)).anchor.state).toBe("orphan");
});
