import type {
  AnchoredActor,
  AnchoredPosition,
  KnowledgeOverview,
} from "#bridge/contract/knowledge";
import { expect, test } from "vitest";
import { actorFacts } from "../../../src-renderer/features/reader/lens/actor-facts";

function actor(id: string, more: Partial<AnchoredActor> = {}): AnchoredActor {
  return {
    id,
    kind: "person",
    name: id,
    aliases: [],
    roles: [],
    facts: [],
    evidence: [],
    ...more,
  };
}

function position(
  date: string,
  stance: AnchoredPosition["stance"],
  of = "rasmussen",
): AnchoredPosition {
  return {
    id: `${of} ${date}`,
    actor: of,
    issue: "dialogue",
    stance,
    date,
    statement: "",
    attribution: [],
    evidence: [],
    sources: [],
    facts: [],
    confidence: "high",
  };
}

const POSITIONS = ["2005", "2007", "2008", "2009", "2010", "2012"].map(
  (year, index) => position(year, index < 3 ? "opposes" : "supports"),
);
const KNOWN: KnowledgeOverview = {
  actors: [
    actor("nato", { name: "NATO", kind: "organisation" }),
    actor("rasmussen", {
      affiliation: "nato",
      roles: [
        { title: "Prime Minister", from: "2001-11-27", to: "2009-04-05" },
        { title: "Secretary General", from: "2009-08-01" },
      ],
    }),
    actor("someone", { affiliationNote: "a newspaper" }),
  ],
  issues: [],
  positions: [...POSITIONS, position("2009", "opposes", "someone")],
  events: [],
};

test("roles are told from the item's date", () => {
  const rolesOn = (date: string): readonly string[] | undefined =>
    actorFacts(KNOWN, "rasmussen", date)?.roles;
  expect(rolesOn("2009-09-10")).toEqual([
    "Secretary General, since 1 August 2009 · in this role on 10 September 2009",
  ]);
  expect(rolesOn("2009-05")).toEqual([
    "Formerly Prime Minister, 27 November 2001 to 5 April 2009",
  ]);
  expect(rolesOn("2000")).toEqual([
    "Later Prime Minister, 27 November 2001 to 5 April 2009",
  ]);
});

test("of many positions the nearest to the item's date are shown, in the order of time", () => {
  const facts = actorFacts(KNOWN, "rasmussen", "2009-09-10");
  expect(facts?.positions.map(({ date }) => date)).toEqual([
    "2008",
    "2009",
    "2010",
    "2012",
  ]);
  expect(facts?.counts).toBe("6 positions · 1 shift");
});

test("an affiliation is the actor's name, else the words noted", () => {
  expect(actorFacts(KNOWN, "rasmussen", undefined)?.affiliation).toBe("NATO");
  expect(actorFacts(KNOWN, "someone", undefined)?.affiliation).toBe(
    "a newspaper",
  );
});

test("whoever has no position is said to have none, and whoever is unknown has no facts", () => {
  expect(actorFacts(KNOWN, "nato", "2009")?.counts).toBe("No position");
  expect(actorFacts(KNOWN, "nobody", "2009")).toBeUndefined();
});
