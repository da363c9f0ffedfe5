import type { Actor } from "#domain/knowledge/actor";
import {
  checkKnowledge,
  type KnowledgeContext,
} from "#domain/knowledge/check-knowledge";
import type { Evidence } from "#domain/knowledge/evidence";
import type { HistoricalEvent } from "#domain/knowledge/event";
import type { Position } from "#domain/knowledge/position";
import { expect, test } from "vitest";

const quoting = (exact: string, item = "brief"): Evidence[] => [
  { item, selector: { type: "TextQuoteSelector", exact } },
];
const actor: Actor = {
  id: "anna",
  kind: "person",
  name: "Anna",
  aliases: ["A."],
  roles: [{ title: "Envoy", from: "2009", to: "2010" }],
  facts: ["F1"],
  evidence: quoting("once"),
};
const position: Position = {
  id: "p1",
  actor: "anna",
  issue: "i1",
  stance: "open",
  date: "2009",
  statement: "Anna was open to it.",
  attribution: [{ speaker: "Anna", actor: "anna", mode: "says" }],
  evidence: quoting("once"),
  sources: ["A source"],
  facts: ["F1"],
  confidence: "high",
};
const event: HistoricalEvent = {
  id: "e1",
  title: "Meeting",
  summary: "They met.",
  date: "2009",
  actors: ["anna"],
  attribution: [{ speaker: "Anna", mode: "reports" }],
  evidence: quoting("once"),
  sources: ["A source"],
  facts: ["F2"],
  confidence: "high",
};
const issue = {
  id: "i1",
  title: "I",
  question: "Q?",
  note: "",
  aliases: [],
  evidence: quoting("once"),
};
const sound: KnowledgeContext = {
  knowledge: {
    actors: [actor],
    issues: [issue],
    positions: [position],
    events: [event],
  },
  texts: new Map([["brief", "It stands here once, and twice, twice."]]),
  facts: new Map([
    ["F1", "high"],
    ["F2", "medium"],
    ["F3", "low"],
  ]),
  itemFacts: new Map([["brief", ["F1"]]]),
};

const faultsOf = (change: Partial<KnowledgeContext["knowledge"]>): string[] =>
  checkKnowledge({
    ...sound,
    knowledge: { ...sound.knowledge, ...change },
  }).map(({ code, record }) => `${code} ${record}`);

test("sound knowledge has no faults", () => {
  expect(checkKnowledge(sound)).toEqual([]);
});

test.each<[string, Partial<KnowledgeContext["knowledge"]>]>([
  ["duplicate-id positions/p1", { positions: [position, position] }],
  [
    "unknown-id positions/p1",
    { positions: [{ ...position, actor: "nobody" }] },
  ],
  [
    "unknown-id positions/p1",
    { positions: [{ ...position, issue: "nothing" }] },
  ],
  [
    "unknown-id positions/p1",
    {
      positions: [
        {
          ...position,
          attribution: [{ speaker: "X", actor: "x", mode: "says" }],
        },
      ],
    },
  ],
  [
    "unknown-id positions/p1",
    { positions: [{ ...position, evidence: quoting("once", "no-item") }] },
  ],
  [
    "unknown-id actors/anna",
    { actors: [{ ...actor, affiliation: "nowhere" }] },
  ],
  ["unknown-id events/e1", { events: [{ ...event, actors: ["nobody"] }] }],
  [
    "unknown-id events/e1",
    {
      events: [
        { ...event, attribution: [{ speaker: "X", actor: "x", mode: "says" }] },
      ],
    },
  ],
  [
    "ambiguous-alias actors/berta",
    {
      actors: [
        actor,
        { ...actor, id: "berta", name: "Berta", aliases: ["a."] },
      ],
    },
  ],
  ["no-evidence issues/i1", { issues: [{ ...issue, evidence: [] }] }],
  [
    "quote-missing events/e1",
    { events: [{ ...event, evidence: quoting("never") }] },
  ],
  [
    "quote-not-unique events/e1",
    { events: [{ ...event, evidence: quoting("twice") }] },
  ],
  ["bad-date events/e1", { events: [{ ...event, date: "2009-02-30" }] }],
  [
    "bad-date actors/anna",
    { actors: [{ ...actor, roles: [{ title: "Envoy", to: "soon" }] }] },
  ],
  [
    "no-attribution positions/p1",
    { positions: [{ ...position, attribution: [] }] },
  ],
  ["no-source events/e1", { events: [{ ...event, sources: [] }] }],
  ["weak-fact positions/p1", { positions: [{ ...position, facts: ["F3"] }] }],
  ["weak-fact actors/anna", { actors: [{ ...actor, facts: ["F9"] }] }],
])("the fault %s is found, and no other", (fault, change) => {
  expect(faultsOf(change)).toEqual([fault]);
});

test("a weak fact in an item's own list is found", () => {
  expect(
    checkKnowledge({ ...sound, itemFacts: new Map([["brief", ["F3"]]]) }),
  ).toEqual([{ code: "weak-fact", record: "items/brief", detail: "F3: low" }]);
});
