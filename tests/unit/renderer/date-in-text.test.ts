import { expect, test } from "vitest";
import { dateInText } from "../../../src-renderer/features/reader/forms/date-in-text";

const named = (
  text: string,
  language = "en",
  itemDate?: string,
): string | undefined => dateInText(text, { language, itemDate })?.date;

test("a date is as precise as it is named", () => {
  expect(named("On 10 September 2009 the mission wrote.")).toBe("2009-09-10");
  expect(named("It was written in September 2009.")).toBe("2009-09");
  expect(named("In 2008 he wrote a letter.")).toBe("2008");
  expect(named("They met on 24–25 June 2009.")).toBe("2009-06-24/2009-06-25");
  expect(named("dated 2009-09-10")).toBe("2009-09-10");
});

test("the words that name it are told", () => {
  expect(
    dateInText("On 10 September 2009 the mission wrote.", {
      language: "en",
      itemDate: undefined,
    })?.words,
  ).toContain("10 September 2009");
});

test("a day without a year takes the item's year, if it has one", () => {
  expect(named("On 10 September the mission wrote.", "en", "2009-09-18")).toBe(
    "2009-09-10",
  );
  expect(
    named("On 10 September the mission wrote.", "en", "2008/2010"),
  ).toBeUndefined();
  expect(named("On 10 September the mission wrote.")).toBeUndefined();
});

test("what may mean two days, and what is no date, is none", () => {
  expect(named("signed 10/09/2009")).toBeUndefined();
  expect(named("signed 25/09/2009")).toBe("2009-09-25");
  expect(
    named("He may say three things to 2,000 people.", "en", "2009"),
  ).toBeUndefined();
  expect(named("Nothing is dated here.")).toBeUndefined();
});

test("dates are read in the text's language", () => {
  expect(named("Am 10. September 2009 schrieb die Vertretung.", "de")).toBe(
    "2009-09-10",
  );
  expect(named("Le 10 septembre 2009, la mission a écrit.", "fr")).toBe(
    "2009-09-10",
  );
  expect(named("10 сентября 2009 года", "ru")).toBe("2009-09-10");
});
