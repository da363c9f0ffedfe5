import { createScheduler } from "#domain/study/scheduler";
import type { Card } from "#domain/study/card";
import { findCard, listCards } from "#main/study/browse-cards";
import { ReviewStore } from "#main/study/review-store";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const NOON = Date.parse("2026-03-02T12:00:00Z");
let library: string;
let reviews: ReviewStore;

beforeEach(async () => {
  library = await mkdtemp(join(tmpdir(), "aide-memoire-cards-"));
  reviews = await ReviewStore.open({
    library,
    device: "device",
    quarantineFolder: join(library, "quarantine"),
    scheduler: createScheduler(),
  });
});

afterEach(async () => {
  await reviews.close();
  await rm(library, { recursive: true });
});

function card(id: string, question: string, answer = "Yes"): Card {
  return {
    id,
    origin: { kind: "passage", id },
    form: "own-question",
    topic: "Enlargement",
    question,
    answer,
    explanation: "",
    attribution: [],
    evidence: [],
  };
}

const cards = [
  card("c_1", "Who opposed the Membership Action Plan?"),
  card("c_2", "When did the summit open?", "On 2 April 2008"),
  card("c_3", "What of Évian?"),
];
const ids = (text: string, now = NOON): string[] =>
  listCards({ cards, reviews }, text, now).cards.map(({ id }) => id);

test("words are beginnings, phrases stand as written, accents do not count, and a minus takes out", () => {
  expect(ids("")).toEqual(["c_1", "c_2", "c_3"]);
  expect(ids("memb plan")).toEqual(["c_1"]);
  expect(ids('"action plan"')).toEqual(["c_1"]);
  expect(ids('"plan action"')).toEqual([]);
  expect(ids("evian")).toEqual(["c_3"]);
  expect(ids("april -summit")).toEqual([]);
  expect(ids("-summit")).toEqual(["c_1", "c_3"]);
});

test("due cards come first and are told from others, forgotten ones too, and what says nothing here is named", async () => {
  await reviews.answer({ card: "c_3", rating: 4, ms: 900 }, NOON);
  await reviews.answer({ card: "c_2", rating: 1, ms: 1_500 }, NOON);
  expect(ids("")).toEqual(["c_2", "c_3", "c_1"]);
  expect(ids("due:now", NOON + 3_600_000)).toEqual(["c_2"]);
  expect(ids("forgotten:1")).toEqual([]);
  const list = listCards({ cards, reviews }, "kind:card summit", NOON);
  expect(list.cards.map(({ id }) => id)).toEqual(["c_2"]);
  expect(list).toMatchObject({ total: 3, unread: ["kind:card"] });
});

test("a card is found with what was answered, the latest first; one that is gone is not", async () => {
  await reviews.answer({ card: "c_2", rating: 1, ms: 1_500 }, NOON);
  await reviews.answer({ card: "c_2", rating: 3, ms: 700 }, NOON + 600_000);
  const context = {
    cards,
    reviews,
    anchorEvidence: () => Promise.reject(new Error("it rests on nothing")),
  };
  const found = await findCard(context, "c_2");
  expect(found).toMatchObject({
    ok: true,
    value: {
      isOwn: true,
      history: [
        { rating: 3, ms: 700, at: NOON + 600_000 },
        { rating: 1, ms: 1_500, at: NOON },
      ],
    },
  });
  expect(await findCard(context, "c_9")).toMatchObject({ ok: false });
});
