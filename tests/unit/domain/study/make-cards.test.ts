import type { Actor } from "#domain/knowledge/actor";
import type { HistoricalEvent } from "#domain/knowledge/event";
import type { Knowledge } from "#domain/knowledge/knowledge";
import type { Position } from "#domain/knowledge/position";
import { makeCards, maskActor } from "#domain/study/make-cards";
import { expect, test } from "vitest";

const anna: Actor = {
  id: "anna",
  kind: "person",
  name: "Anna Berg",
  aliases: ["Berg", "A. Berg (envoy)"],
  roles: [{ title: "Envoy", from: "2009-08", to: "2010" }, { title: "Guest" }],
  affiliationNote: "of the North",
  facts: [],
  evidence: [],
};
const council: Actor = {
  ...anna,
  id: "council",
  kind: "body",
  name: "North Council",
  aliases: [],
};
const position: Position = {
  id: "p1",
  actor: "anna",
  issue: "i1",
  stance: "none-stated",
  date: "2009-09-10",
  statement:
    "Anna Berg kept silent; Berg’s staff and the Bergen office said nothing.",
  attribution: [{ speaker: "Anna Berg", mode: "says" }],
  evidence: [],
  sources: [],
  facts: [],
  confidence: "high",
};
const event: HistoricalEvent = {
  id: "e1",
  title: "A meeting",
  summary: "They met.",
  date: "2009-06-24/2009-06-25",
  actors: ["anna", "council"],
  attribution: [],
  evidence: [],
  sources: [],
  facts: [],
  confidence: "high",
};
const knowledge: Knowledge = {
  actors: [anna, council],
  issues: [
    {
      id: "i1",
      title: "Contacts",
      question: "Should they talk?",
      note: "",
      aliases: [],
      evidence: [],
    },
  ],
  positions: [position],
  events: [event],
};
const cardOf = (all: Knowledge, id: string) =>
  makeCards(all).find((card) => card.id === id);

test("ids follow from origin and form alone, so a log finds its card for ever", () => {
  const ids = makeCards(knowledge).map(({ id }) => id);
  expect(ids).toEqual([
    "c_p1_who-held",
    "c_p1_what-held",
    "c_e1_what-happened",
    "c_anna_which-role",
  ]);
  const reworded = {
    ...knowledge,
    positions: [{ ...position, statement: "Otherwise.", date: "2010" }],
  };
  expect(makeCards(reworded).map(({ id }) => id)).toEqual(ids);
});

test("the actor's names are masked, whole words only", () => {
  expect(maskActor(position.statement, anna)).toBe(
    "_____ kept silent; _____’s staff and the Bergen office said nothing.",
  );
  expect(maskActor("So said A. Berg (envoy).", anna)).toBe("So said _____.");
  // Where a longer name does not stand whole, a shorter one may; where none does, the word is another one.
  expect(maskActor("Berg-Anna Bergen said so, not Bergs.", anna)).not.toContain(
    "_____en",
  );
  expect(maskActor("Bergs and 𝐀Berg are others.", anna)).toBe(
    "Bergs and 𝐀Berg are others.",
  );
  expect(cardOf(knowledge, "c_p1_who-held")?.question).not.toMatch(/\bBerg\b/u);
});

test("a statement without its actor's name asks who held it", () => {
  const silent = {
    ...knowledge,
    positions: [{ ...position, statement: "Contacts were premature." }],
  };
  expect(cardOf(silent, "c_p1_who-held")?.question).toBe(
    "Who held that? Contacts were premature. (10 September 2009)",
  );
});

test("one of several positions on a question is told apart by its ordinal in time", () => {
  const later = { ...position, id: "p0", date: "2010" };
  const cards = { ...knowledge, positions: [later, position] };
  expect(cardOf(cards, "c_p1_what-held")?.question).toContain(
    "in the first of 2 recorded positions",
  );
  expect(cardOf(cards, "c_p0_what-held")?.question).toContain(
    "in the second of 2 recorded positions",
  );
  expect(cardOf(knowledge, "c_p1_what-held")?.question).toBe(
    "What did Anna Berg hold on “Should they talk?”, and when?",
  );
  expect(cardOf(knowledge, "c_p1_what-held")?.answer).toBe(
    "None stated, 10 September 2009",
  );
});

test("an event that shares its date with another is told apart by who took part", () => {
  expect(cardOf(knowledge, "c_e1_what-happened")?.question).toBe(
    "What happened during 24–25 June 2009?",
  );
  const two = {
    ...knowledge,
    events: [event, { ...event, id: "e2", actors: ["council"] }],
  };
  expect(cardOf(two, "c_e2_what-happened")?.question).toContain(
    "that involved North Council",
  );
});

test("offices are told with their time, of persons only", () => {
  expect(cardOf(knowledge, "c_anna_which-role")?.answer).toBe(
    "Envoy, August 2009 to 2010; Guest",
  );
  expect(cardOf(knowledge, "c_council_which-role")).toBeUndefined();
});

test("a position whose actor or issue is missing makes no card", () => {
  expect(makeCards({ ...knowledge, actors: [], events: [] })).toEqual([]);
});
