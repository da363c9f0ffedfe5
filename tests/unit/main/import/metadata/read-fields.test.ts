import { readDate } from "#main/import/metadata/read-date";
import { readFields } from "#main/import/metadata/read-fields";
import { readNames } from "#main/import/metadata/read-names";
import { expect, test } from "vitest";

test.each([
  ["2009-09-10", "2009-09-10"],
  ["2009-06-24/2009-06-25", "2009-06-24/2009-06-25"],
  ["2009-09-10T08:00:00+02:00", "2009-09-10"],
  [2009, "2009"],
  ["circa 1850", "1850~"],
  ["10 September 2009", "2009-09-10"],
  ["10/09/2009", undefined],
  ["soon", undefined],
  ["2009-13-40", undefined],
  [new Date(0), "1970-01-01"],
  [{}, undefined],
])("the date %j is %s", (value, date) => {
  expect(readDate(value)).toBe(date);
});

test.each([
  ["Anna Berg and Peter Lund", ["Anna Berg", "Peter Lund"]],
  ["Anna Berg, Peter Lund", ["Anna Berg", "Peter Lund"]],
  ["Kucera, Joshua", ["Kucera, Joshua"]],
  [
    ["Anna Berg", { name: "NATO" }],
    ["Anna Berg", "NATO"],
  ],
  [{ firstName: "Anna", lastName: "Berg" }, ["Berg, Anna"]],
  ["brenckman,m.", ["brenckman,m."]],
  [12, []],
])("the creators %j are %j", (value, names) => {
  expect(readNames(value)).toEqual(names);
});

test("names of fields are found in any spelling", () => {
  expect(
    readFields(
      {
        Title: "A",
        "published-at": "2009",
        Site_Name: "B",
        Canonical_URL: "x",
      },
      [],
    ),
  ).toEqual({
    title: "A",
    date: "2009",
    publisher: "B",
    creators: [],
    tags: [],
    extra: { Canonical_URL: "x" },
  });
});
