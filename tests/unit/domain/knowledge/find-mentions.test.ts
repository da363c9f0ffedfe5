import type { Actor, ActorKind } from "#domain/knowledge/actor";
import { createMentionFinder } from "#domain/knowledge/find-mentions";
import fc from "fast-check";
import { expect, test } from "vitest";

function actor(
  id: string,
  kind: ActorKind,
  name: string,
  ...aliases: string[]
) {
  return {
    id,
    kind,
    name,
    aliases,
    roles: [],
    facts: [],
    evidence: [],
  } as Actor;
}

const ACTORS = [
  actor("rasmussen", "person", "Anders Fogh Rasmussen", "Fogh"),
  actor("loekke", "person", "Lars Løkke Rasmussen"),
  actor("nato", "organisation", "NATO", "the Alliance"),
  actor("russia", "state", "Russia", "Moscow", "the Kremlin"),
  actor("nrc", "body", "NATO-Russia Council", "NRC"),
  actor("us", "state", "United States", "US"),
  actor("who", "organisation", "World Health Organization", "WHO"),
  actor("lavrov", "person", "Сергей Лавров"),
];
const finder = createMentionFinder(ACTORS);

function named(text: string, language?: string): string[] {
  return finder
    .find(text, language)
    .map(
      ({ start, end, actors }) =>
        `${text.slice(start, end)} = ${actors.join(" or ")}`,
    );
}

test("the longest name wins", () => {
  expect(
    named("The NATO-Russia Council met; NATO and Russia did not."),
  ).toEqual(["NATO-Russia Council = nrc", "NATO = nato", "Russia = russia"]);
});

test("aliases count with and without their article, and the possessive belongs to the name", () => {
  expect(
    named("The Kremlin’s view, and Kremlin sources; the Alliance"),
  ).toEqual(["Kremlin’s = russia", "Kremlin = russia", "Alliance = nato"]);
});

test("a surname alone names somebody only after the whole name did", () => {
  expect(
    named("Rasmussen spoke. Anders Fogh Rasmussen said so; Rasmussen left."),
  ).toEqual(["Anders Fogh Rasmussen = rasmussen", "Rasmussen = rasmussen"]);
});

test("a surname that two of the named share says so", () => {
  expect(
    named(
      "Anders Fogh Rasmussen and Lars Løkke Rasmussen met. Rasmussen smiled.",
    ),
  ).toEqual([
    "Anders Fogh Rasmussen = rasmussen",
    "Lars Løkke Rasmussen = loekke",
    "Rasmussen = rasmussen or loekke",
  ]);
});

test("capitals tell names from common words", () => {
  expect(named("Tell us who went: the US and the WHO.")).toEqual([
    "US = us",
    "WHO = who",
  ]);
  expect(named("an alliance of moscow mules")).toEqual([]);
  expect(named("MOSCOW WARNS THE ALLIANCE")).toEqual([
    "MOSCOW = russia",
    "ALLIANCE = nato",
  ]);
});

test("names take the endings of the text's language, and no others", () => {
  expect(named("Moskaus und Russias, Moscows Haltung", "de")).toEqual([
    "Russias = russia",
    "Moscows = russia",
  ]);
  expect(named("Сергея Лаврова ждут", "ru")).toEqual([
    "Сергея Лаврова = lavrov",
  ]);
  expect(named("the Russias of the past", "en")).toEqual([]);
});

test("a name does not run across a paragraph", () => {
  expect(named("United\n\nStates of mind")).toEqual([]);
  expect(named("United\nStates")).toEqual(["United\nStates = us"]);
});

test("in any text mentions come in order, apart, and every one is of a known actor", () => {
  const piece = fc.constantFrom(
    ...ACTORS.flatMap(({ name, aliases }) => [name, ...aliases]),
    "Rasmussen",
    "us",
    " and ",
    "\n\n",
    "’s ",
    ".",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join(" ");
      let last = 0;
      for (const { start, end, actors } of finder.find(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(actors.length).toBeGreaterThan(0);
        last = end;
      }
    }),
  );
});

test("a text may come in pieces: whom one piece names, the next knows by surname", () => {
  const named = new Set<string>();
  expect(finder.find("Rasmussen spoke.", "en", named)).toEqual([]);
  finder.find("Anders Fogh Rasmussen said so.", "en", named);
  expect([...named]).toEqual(["rasmussen"]);
  expect(finder.find("Rasmussen left.", "en", named)).toEqual([
    { start: 0, end: 9, actors: ["rasmussen"] },
  ]);
});
