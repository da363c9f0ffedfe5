import {
  actorNamed,
  defaultAttribution,
  reportedBy,
} from "#domain/knowledge/default-attribution";
import { expect, test } from "vitest";

const KNOWN = [
  { id: "kucera", name: "Joshua Kucera", aliases: [] },
  {
    id: "mission",
    name: "US Mission to NATO",
    aliases: ["USNATO", "the Mission"],
  },
];
const [kucera, mission] = KNOWN as [(typeof KNOWN)[0], (typeof KNOWN)[0]];

test("whoever made the item reports what the actor says", () => {
  const item = {
    title: "U.S. Blocking",
    creators: [{ name: "Joshua Kucera" }],
  };
  expect(defaultAttribution(item, mission, KNOWN)).toEqual([
    { speaker: "Joshua Kucera", actor: "kucera", mode: "reports" },
    { speaker: "US Mission to NATO", actor: "mission", mode: "says" },
  ]);
  expect(reportedBy(item, KNOWN)).toEqual([
    { speaker: "Joshua Kucera", actor: "kucera", mode: "reports" },
  ]);
});

test("an actor's own text is first-hand, by name or alias", () => {
  const own = { title: "Cable", creators: [{ name: "Mission" }] };
  expect(defaultAttribution(own, mission, KNOWN)).toEqual([
    { speaker: "US Mission to NATO", actor: "mission", mode: "says" },
  ]);
});

test("an item without a maker speaks by its title; a new actor has no id yet", () => {
  const item = { title: "A report", creators: [] };
  expect(defaultAttribution(item, { name: "Somebody" }, KNOWN)).toEqual([
    { speaker: "A report", mode: "reports" },
    { speaker: "Somebody", mode: "says" },
  ]);
});

test("a name that two share is nobody's", () => {
  const both = [kucera, { ...kucera, id: "other" }];
  expect(actorNamed("joshua kucera", both)).toBeUndefined();
  expect(actorNamed("joshua kucera", KNOWN)).toBe("kucera");
});
