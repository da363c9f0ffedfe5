import { rolesAtDate } from "#domain/knowledge/role-at-date";
import { countShifts } from "#domain/knowledge/stance-shifts";
import { expect, test } from "vitest";

const minister = { title: "Minister", from: "2001", to: "2009-08-01" };
const secretary = {
  title: "Secretary General",
  from: "2009-08-01",
  to: "2014",
};
const adviser = { title: "Adviser" };
const at = (date?: string): string[] =>
  rolesAtDate([minister, secretary, adviser], date).map(
    ({ role, when }) => `${role.title} ${when}`,
  );

test("the role held at a date is told; on the day of a change both are", () => {
  expect(at("2009-09-10")).toEqual(["Secretary General then"]);
  expect(at("2009-08-01")).toEqual(["Minister then", "Secretary General then"]);
  expect(at("2009")).toEqual(["Minister then", "Secretary General then"]);
});

test("else the last before, else the first to come", () => {
  expect(at("2020")).toEqual(["Secretary General before"]);
  expect(at("1999")).toEqual(["Minister after"]);
});

test("without a date nothing is claimed", () => {
  expect(at()).toEqual([
    "Minister unknown",
    "Secretary General unknown",
    "Adviser unknown",
  ]);
  expect(rolesAtDate([adviser], "2009")).toEqual([
    { role: adviser, when: "unknown" },
  ]);
});

test("an office without an end is still held", () => {
  const head = { title: "Head", from: "2003" };
  expect(rolesAtDate([head], "2009")).toEqual([{ role: head, when: "then" }]);
});

test("a shift is a change of the same actor's stance on the same issue, in the order of time", () => {
  const of = (
    actor: string,
    issue: string,
    date: string,
    stance: "supports" | "opposes",
  ) => ({ actor, issue, date, stance });
  expect(
    countShifts([
      of("a", "x", "2010", "supports"),
      of("a", "x", "2008", "opposes"),
      of("a", "x", "2009", "opposes"),
      of("a", "y", "2011", "opposes"),
      of("b", "x", "2011", "opposes"),
    ]),
  ).toBe(1);
  expect(countShifts([])).toBe(0);
});
