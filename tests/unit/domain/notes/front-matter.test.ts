import {
  editFile,
  readFrontMatter,
  splitFrontMatter,
} from "#domain/notes/front-matter";
import { noteNameFor } from "#domain/notes/note-name";
import fc from "fast-check";
import { expect, test } from "vitest";

const FILE =
  "---\n# mine\nid: n_1\ntitle: 'Old title'   # keep me\naliases:\n  - a\n  - b\ntags: [x,   y]\nnote: |\n  block\n  text\n---\n\nBody *as it is*.\n";

test("editing one key leaves every other letter as it was", () => {
  const edited = editFile(
    FILE,
    { title: "New: title" },
    splitFrontMatter(FILE).body,
  );
  expect(edited).toBe(
    FILE.replace("'Old title'", '"New: title"').replace(
      'title: "New: title"',
      edited.split("\n")[3]?.split("   #")[0] ?? "",
    ),
  );
  expect(edited.replace(/^title: .*$/mu, "")).toBe(
    FILE.replace(/^title: .*$/mu, ""),
  );
});

test("what is set is read back, with any title, tags and body, and a second edit to the same changes nothing", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 60 });
  fc.assert(
    fc.property(
      words,
      fc.array(words, { maxLength: 4 }),
      words,
      fc.constantFrom(FILE, FILE.replaceAll("\n", "\r\n"), "plain text", ""),
      (title, tags, body, file) => {
        const edited = editFile(file, { title, tags }, body);
        const split = splitFrontMatter(edited);
        expect(split.opening + split.yaml + split.closing + split.body).toBe(
          edited,
        );
        expect(split.body).toBe(body);
        const read = readFrontMatter(split.yaml);
        expect(read).toMatchObject({ ok: true, value: { title, tags } });
        expect(editFile(edited, { title, tags }, body)).toBe(edited);
      },
    ),
  );
});

test("front matter that is not YAML is refused with the reason", () => {
  expect(readFrontMatter("title: [unclosed\n").ok).toBe(false);
});

test.each([
  "../../x",
  "CON",
  "😀",
  "a".repeat(300),
  "",
  "  ",
  "con.txt/..\\",
  "Été à Évian",
])("the file name for %j is safe", (title) => {
  expect(noteNameFor(title)).toMatch(/^[\p{L}\p{M}\p{N}-]{1,70}$/u);
  expect(noteNameFor(title).toLowerCase()).not.toBe("con");
});
