import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fieldsOfDate,
  readDateFields,
} from "../../../src-renderer/ui/edtf-fields";

test.each([
  "2009",
  "2009-09",
  "2009-09-10",
  "2009~",
  "2009-09-10~",
  "2008-08/2010-11",
  "0850",
])("%s comes through the fields unchanged", (date) => {
  expect(readDateFields(fieldsOfDate(date))).toEqual({ ok: true, date });
});

test("no date is empty fields, and empty fields are no date", () => {
  expect(readDateFields(fieldsOfDate(undefined))).toEqual({
    ok: true,
    date: null,
  });
});

test.each([
  [{ year: "2009", month: "2", day: "30" }, "There is no such day."],
  [{ year: "", month: "9", day: "" }, "A date needs at least a year."],
  [
    { year: "20x9", month: "", day: "" },
    "Years have four digits, such as 2009.",
  ],
])("%j is told to be wrong", (from, complaint) => {
  expect(readDateFields({ from, isAbout: false })).toEqual({
    ok: false,
    complaint,
  });
});

test("a period that ends before it begins is told to be wrong", () => {
  const [from, to] = [
    { year: "2010", month: "", day: "" },
    { year: "2009", month: "", day: "" },
  ];
  expect(readDateFields({ from, to, isAbout: false }).ok).toBe(false);
});

test("every real day comes through", () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date("0100-01-01"),
        max: new Date("2100-12-31"),
        noInvalidDate: true,
      }),
      (day) => {
        const date = day.toISOString().slice(0, 10);
        expect(readDateFields(fieldsOfDate(date))).toEqual({ ok: true, date });
      },
    ),
  );
});
