import {
  compareHistoricalDates,
  formatHistoricalDate,
  parseHistoricalDate,
} from "#domain/historical-date";
import fc from "fast-check";
import { expect, test } from "vitest";

test.each([
  ["2009", "2009-01-01", "2009-12-31", false],
  ["2009-02", "2009-02-01", "2009-02-28", false],
  ["2008-02", "2008-02-01", "2008-02-29", false],
  ["1900-02", "1900-02-01", "1900-02-28", false],
  ["2000-02-29", "2000-02-29", "2000-02-29", false],
  ["2009-09-10~", "2009-09-10", "2009-09-10", true],
  ["2009-06-24/2009-06-25", "2009-06-24", "2009-06-25", false],
  ["2008/2010~", "2008-01-01", "2010-12-31", true],
])("%s spans %s to %s", (text, firstDay, lastDay, isApproximate) => {
  expect(parseHistoricalDate(text)).toEqual({
    firstDay,
    lastDay,
    isApproximate,
  });
});

test.each([
  "",
  "09",
  "2009-13",
  "2009-00",
  "2009-02-29",
  "2009-04-31",
  "2009-09-00",
  "2009-9-1",
  "2009/",
  "/2009",
  "2009/later",
  "2009/2010/2011",
  "2010/2009",
  "2009-09-10T00:00",
  " 2009",
])("%j is not a date", (text) => {
  expect(parseHistoricalDate(text)).toBeUndefined();
});

test.each([
  ["2009", "2009"],
  ["2009-09", "September 2009"],
  ["2009-09-10", "10 September 2009"],
  ["2009-09-10~", "about 10 September 2009"],
  ["2009-06-24/2009-06-25", "24–25 June 2009"],
  ["2009-06/2009-09", "June–September 2009"],
  ["2009-06-24/2009-07-02", "24 June – 2 July 2009"],
  ["2008/2010", "2008–2010"],
  ["2008-12-30/2009-01-02", "30 December 2008 – 2 January 2009"],
  ["some day", "some day"],
  ["2009/later", "2009/later"],
])("%s is said as %s", (text, words) => {
  expect(formatHistoricalDate(text)).toBe(words);
});

test("dates are ordered by first day, then by last day, and unreadable ones come last", () => {
  const dates = [
    "nonsense",
    "2010",
    "2009-09-10",
    "2009",
    "2009-01-01",
    "2009-01",
  ];
  expect(dates.sort(compareHistoricalDates)).toEqual([
    "2009-01-01",
    "2009-01",
    "2009",
    "2009-09-10",
    "2010",
    "nonsense",
  ]);
  expect(compareHistoricalDates("2009", "2009")).toBe(0);
});

test("every real day is read as itself", () => {
  const days = fc.date({
    min: new Date("0001-01-01"),
    max: new Date("9999-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(parseHistoricalDate(day)).toEqual({
        firstDay: day,
        lastDay: day,
        isApproximate: false,
      });
    }),
  );
});
