import { jsonRecordReader } from "#main/import/json/json-record-reader";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readBlocks, type ReadBlocks } from "../read-blocks";

const read = (record: unknown): Promise<ReadBlocks> =>
  readBlocks(jsonRecordReader, JSON.stringify(record));

async function refusal(text: string): Promise<string> {
  const outcome = await jsonRecordReader.read(
    new TextEncoder().encode(text),
    {},
    { progress: () => undefined },
  );
  return outcome.ok
    ? "read"
    : `${outcome.failure.code}: ${outcome.failure.detail}`;
}

test("a record's text is read as plain text, its fields as metadata, others are kept", async () => {
  const item = await read({
    id: 7,
    title: "The road",
    creators: [{ given: "Anna", family: "Berg" }, "Peter Lund", { name: "UN" }],
    date: "2009~",
    tags: ["a", "b"],
    language: "en",
    url: "https://example.org/",
    text: "The road\n\nOne paragraph.\n\n- a\n- b",
    relevance: { q1: 3 },
  });
  expect(item).toMatchObject({
    title: "The road",
    creators: ["Berg, Anna", "Peter Lund", "UN"],
    date: "2009~",
    tags: ["a", "b"],
    language: "en",
    url: "https://example.org/",
    extra: { id: 7, relevance: { q1: 3 } },
    blocks: ["paragraph One paragraph.", "list-item1 a", "list-item1 b"],
  });
});

test("HTML and Markdown are read as such, without the title's heading", async () => {
  const html = await read({
    title: "The road",
    html: '<h1>The road</h1><p>One <a href="/x">link</a>.</p><script>x()</script>',
    url: "https://example.org/a",
  });
  expect(html.blocks).toEqual(["paragraph One link."]);
  expect(html.item.structured.blocks[0]?.marks[0]?.target).toBe(
    "https://example.org/x",
  );
  const markdown = await read({
    title: "The road",
    markdown: "# The road\n\n## Then\n\n*So.*",
    text: "ignored",
  });
  expect(markdown.blocks).toEqual(["heading2 Then", "paragraph So."]);
  expect(markdown.extra).toBeUndefined();
});

test("a record without a title is searched for one, as any text", async () => {
  const item = await read({
    text: "The road\n\nBy Anna Berg\n\nA text that is long enough to be one, and that says something about the road.",
  });
  expect(item).toMatchObject({ title: "The road", creators: ["Anna Berg"] });
});

test("fields of another type than expected hinder nothing", async () => {
  const item = await read({
    title: 12,
    text: "Words.",
    creators: 3,
    date: { year: 2009 },
    tags: null,
    language: "English!",
  });
  expect(item).toMatchObject({ title: "12", creators: [], tags: [] });
  expect(item.extra).toMatchObject({ creators: 3, language: "English!" });
});

test("a record of a title alone has it as its text", async () => {
  expect((await read({ title: "The road", html: " " })).blocks).toEqual([
    "paragraph The road",
  ]);
});

test("a record that is none is damaged, with the reason", async () => {
  expect(await refusal("{broken")).toMatch(/^damaged-file: not JSON/u);
  expect(await refusal("[1]")).toBe("damaged-file: not a JSON object");
  expect(await refusal('{"id":1}')).toBe("damaged-file: no text in the record");
});

test("names of an object's own machinery do no harm", async () => {
  const bytes =
    '{"title":"x","text":"y","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"extra":{"__proto__":{"polluted":1}}}';
  const item = await readBlocks(jsonRecordReader, bytes);
  expect(item.title).toBe("x");
  expect({}).not.toHaveProperty("polluted");
  expect(item.extra).toEqual({ extra: {} });
});

test("any JSON object ends as read or refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.constantFrom("title", "text", "html", "markdown", "date", "x"),
        fc.jsonValue(),
      ),
      async (record) => {
        expect(await refusal(JSON.stringify(record))).toMatch(
          /^(?:read|damaged-file)/u,
        );
      },
    ),
  );
});
