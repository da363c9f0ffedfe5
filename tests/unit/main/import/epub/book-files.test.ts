import { BookFiles } from "#main/import/epub/book-files";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const FILES = new BookFiles([
  "OEBPS/Text/a b.xhtml",
  "OEBPS/Text/100%.xhtml",
  "OEBPS/Images/Cover.JPG",
  "OEBPS/café.xhtml",
  "OEBPS/what?.xhtml",
  "top.xhtml",
]);
const BASE = "OEBPS/Text/now.xhtml";

describe("an address in a book", () => {
  it.each([
    ["a%20b.xhtml", "OEBPS/Text/a b.xhtml"],
    ["./a b.xhtml", "OEBPS/Text/a b.xhtml"],
    ["../Text/./a%20b.xhtml?x=1", "OEBPS/Text/a b.xhtml"],
    ["100%.xhtml", "OEBPS/Text/100%.xhtml"],
    ["..\\Images\\Cover.JPG", "OEBPS/Images/Cover.JPG"],
    ["../images/cover.jpg", "OEBPS/Images/Cover.JPG"],
    ["../cafe\u0301.xhtml", "OEBPS/café.xhtml"],
    ["../caf%C3%A9.xhtml", "OEBPS/café.xhtml"],
    ["../what?.xhtml", "OEBPS/what?.xhtml"],
    ["/top.xhtml", "top.xhtml"],
    ["../../../../../top.xhtml", "top.xhtml"],
    ["../not-there.xhtml", "OEBPS/not-there.xhtml"],
    ["", BASE],
  ])("%j leads to %j", (href, path) => {
    expect(FILES.resolve(href, BASE)).toEqual({ path });
  });

  it("may lead to a part of a file", () => {
    expect(FILES.resolve("#n%C3%B61", BASE)).toEqual({
      path: BASE,
      fragment: "nö1",
    });
    expect(FILES.resolve("a b.xhtml#x#y", BASE)).toEqual({
      path: "OEBPS/Text/a b.xhtml",
      fragment: "x#y",
    });
  });

  it.each([
    "http://example.org/a",
    "//example.org/a",
    "\\\\server\\share",
    "file:///etc/passwd",
    "data:text/html,x",
    "javascript:alert(1)",
    " mailto:a@example.org",
  ])("leads nowhere when it leaves the book: %j", (href) => {
    expect(FILES.resolve(href, BASE)).toBeUndefined();
  });

  it("never climbs out, whatever it is", () => {
    const piece = fc.constantFrom(
      "..",
      ".",
      "/",
      "\\",
      "%2e%2e",
      "%2F",
      "a",
      "%",
      "#",
      "?",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const place = FILES.resolve(pieces.join("/"), BASE);
        const parts = place?.path.split("/") ?? [];
        expect(place?.path.startsWith("/") ?? false).toBe(false);
        expect(parts.filter((part) => /^\.\.?$/u.test(part))).toEqual([]);
      }),
      // What was found once: "%2F" first, which begins with a slash when decoded.
      { numRuns: 2_000, examples: [[["%2F", "a"]]] },
    );
  });
});
