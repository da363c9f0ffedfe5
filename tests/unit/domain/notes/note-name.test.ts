import { noteNameFor } from "#domain/notes/note-name";
import fc from "fast-check";
import { expect, test } from "vitest";

test.each([
  ["Seminar question 2", "seminar-question-2"],
  ["../../x", "x"],
  ["CON", "note-con"],
  ["com1", "note-com1"],
  ["😀", "note"],
  ["", "note"],
  ["  - ", "note"],
  ["Été à Évian", "été-à-évian"],
  ["C:\\Windows\\*?", "c-windows"],
  ["ОДКБ и НАТО", "одкб-и-нато"],
])("the file of a note titled %j is %s", (title, name) => {
  expect(noteNameFor(title)).toBe(name);
});

test("no title gives a name that a system refuses, or one too long for a conflict's or a version's file", () => {
  const title = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom("𝐀", "界", "a", "/", "."),
      minLength: 100,
      maxLength: 300,
    }),
  );
  fc.assert(
    fc.property(title, (each) => {
      const name = noteNameFor(each);
      expect(name).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/iu);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
    }),
  );
  expect(Buffer.byteLength(noteNameFor("𝐀".repeat(300)))).toBeLessThanOrEqual(
    150,
  );
});
