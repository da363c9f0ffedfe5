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

const bodyOf = (file: string): string => splitFrontMatter(file).body;
const valuesOf = (file: string): unknown => {
  const read = readFrontMatter(splitFrontMatter(file).yaml);
  return read.ok ? read.value : read.failure;
};

test("of any front matter, editing one key leaves every other letter", () => {
  const value = fc.constantFrom(
    " plain",
    " 'single'   # kept",
    ' "double: quoted"',
    " [x,   y] # list",
    "",
    " # only a comment",
    "\n  - a\n  - b # inner",
    "\n- flush\n- left",
    "\n  deep:\n    deeper: 1",
    " |\n  block\n\n  scalar",
    " >-\n  folded\n  text",
  );
  const entries = fc.uniqueArray(
    fc.tuple(fc.constantFrom("id", "a", "b-c", "d e", "ключ"), value),
    {
      selector: ([key]) => key,
      maxLength: 5,
    },
  );
  const separator = fc.constantFrom("\n", "\n# between\n", "\n\n");
  const options = fc.record({
    bom: fc.boolean(),
    crlf: fc.boolean(),
    at: fc.nat(5),
  });
  fc.assert(
    fc.property(
      entries,
      separator,
      value,
      options,
      (others, between, old, { bom, crlf, at }) => {
        const lines = others.map(([key, each]) => `${key}:${each}`);
        lines.splice(at, 0, `title:${old}`);
        const plain = `${bom ? "\uFEFF" : ""}---\n${lines.join(between)}\n---\nBody\n---\n\n`;
        const file = crlf ? plain.replaceAll("\n", "\r\n") : plain;
        const before = valuesOf(file);
        const edited = editFile(file, { title: "Set: it" }, bodyOf(file));
        expect(valuesOf(edited)).toEqual({
          ...(before as object),
          title: "Set: it",
        });
        const eol = crlf ? "\r\n" : "\n";
        const start = file.indexOf("title:");
        expect(edited.slice(0, start)).toBe(file.slice(0, start));
        const following = lines.slice(
          lines.findIndex((line) => line.startsWith("title:")) + 1,
        );
        const rest = `${[...following.map((line) => between + line), "\n---\nBody\n---\n\n"].join("")}`;
        expect(edited.endsWith(rest.replaceAll("\n", eol))).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

test("a file without front matter gets one, and keeps its body and its byte order mark in front", () => {
  expect(editFile("Body\n", { title: "T" }, "Body\n")).toBe(
    "---\ntitle: T\n---\nBody\n",
  );
  expect(editFile("Body\r\n", { title: "T" }, "Body\r\n")).toBe(
    "---\r\ntitle: T\r\n---\r\nBody\r\n",
  );
});

test("a key set to nothing is taken out with its value, and the others stay", () => {
  const edited = editFile(
    FILE,
    { aliases: undefined, missing: undefined },
    bodyOf(FILE),
  );
  expect(edited).toBe(FILE.replace("aliases:\n  - a\n  - b\n", ""));
});

test("a closing fence that ends the file gets no line end unless a body follows", () => {
  expect(editFile("---\nid: a\n---", { title: "T" }, "")).toBe(
    "---\nid: a\ntitle: T\n---",
  );
  expect(editFile("---\nid: a\n---", { title: "T" }, "B")).toBe(
    "---\nid: a\ntitle: T\n---\nB",
  );
});

test("a title of two lines does not swallow the comment after it", () => {
  const edited = editFile(FILE, { title: "one\ntwo" }, bodyOf(FILE));
  expect(valuesOf(edited)).toMatchObject({ title: "one\ntwo" });
  expect(edited).toContain("# keep me");
});

test("front matter written in braces stays readable when a key is set or added", () => {
  const file = "---\n{title: old, tags: [x]}\n---\nBody\n";
  const edited = editFile(
    file,
    { id: "n_1", title: "a, b: {c}" },
    bodyOf(file),
  );
  expect(valuesOf(edited)).toEqual({
    title: "a, b: {c}",
    tags: ["x"],
    id: "n_1",
  });
  expect(bodyOf(edited)).toBe("Body\n");
});

test("three dashes inside a body are no front matter", () => {
  const file = "Text\n\n---\ntitle: x\n---\n";
  expect(splitFrontMatter(file)).toEqual({
    opening: "",
    yaml: "",
    closing: "",
    body: file,
  });
});
