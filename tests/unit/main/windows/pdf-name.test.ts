import { pdfNameFor } from "#main/windows/pdf-name";
import fc from "fast-check";
import { expect, test } from "vitest";

test("the title is the proposed name", () => {
  expect(pdfNameFor("Who may make an organisation respectable?")).toBe(
    "Who may make an organisation respectable",
  );
  expect(pdfNameFor("Twenty years: the CSTO and NATO’s door")).toBe(
    "Twenty years the CSTO and NATO’s door",
  );
});

test("a title never leads anywhere, nor names a device", () => {
  expect(pdfNameFor("../../etc/passwd")).toBe("etc passwd");
  expect(pdfNameFor("CON")).toBe("Item CON");
  expect(pdfNameFor("…")).toBe("…");
  expect(pdfNameFor("///")).toBe("Item");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (title) => {
      const name = pdfNameFor(title);
      expect(name).not.toMatch(/[/\\:]|^\.|^$/u);
    }),
  );
});
