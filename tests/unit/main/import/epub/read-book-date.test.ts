import { readBookDate } from "#main/import/epub/read-book-date";
import { describe, expect, it } from "vitest";

describe("the date of a book", () => {
  it.each([
    ["2009", "2009"],
    ["2009-10", "2009-10"],
    ["2009-10-09", "2009-10-09"],
    ["2009-10-09T12:00:00Z", "2009-10-09"],
    ["2009-10-09 12:00", "2009-10-09"],
    ["9 October 2009", "2009-10-09"],
    ["October 9, 2009", "2009-10-09"],
    ["Oct. 2009", "2009-10"],
    ["c. 1900", "1900~"],
    ["circa 1900", "1900~"],
    ["ca. 1900", "1900~"],
  ])("is read from %j", (text, date) => {
    expect(readBookDate(text)).toBe(date);
  });

  it.each(["0101-01-01T00:00:00+00:00", "10/09/2009", "soon", "", "20091009"])(
    "is not guessed from %j",
    (text) => {
      expect(readBookDate(text)).toBeUndefined();
    },
  );
});
