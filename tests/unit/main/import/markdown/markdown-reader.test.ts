import { markdownReader } from "#main/import/markdown/markdown-reader";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readBlocks, type ReadBlocks } from "../read-blocks";

const read = (text: string): Promise<ReadBlocks> =>
  readBlocks(markdownReader, text);

test("front matter becomes metadata, and what has no place is kept", async () => {
  const item = await read(
    `---
title: "The road"
author:
  - Anna Berg
  - {given: Peter, family: Lund}
date: 2011-03-03T10:00:00Z
lang: en-GB
keywords: roads, treaties
source: https://example.org/road
summary: What became of the road.
kind: report
layout: post
nested: {__proto__: {polluted: true}, kept: [1, 2]}
---
Text.
`,
  );
  expect(item).toMatchObject({
    title: "The road",
    creators: ["Anna Berg", "Lund, Peter"],
    date: "2011-03-03",
    language: "en-GB",
    tags: ["roads", "treaties"],
    url: "https://example.org/road",
    description: "What became of the road.",
    kind: "report",
    blocks: ["paragraph Text."],
    warnings: [],
  });
  expect(item.extra).toEqual({ layout: "post", nested: { kept: [1, 2] } });
  expect({}).not.toHaveProperty("polluted");
});

test("a first heading that is the title is not repeated", async () => {
  const named = await read("---\ntitle: The road\n---\n# The *Road*\n\nText.");
  expect(named.blocks).toEqual(["paragraph Text."]);
  const unnamed = await read("# The road\n\n## Before\n\nText.");
  expect(unnamed.title).toBe("The road");
  expect(unnamed.blocks).toEqual(["heading2 Before", "paragraph Text."]);
  const other = await read("---\ntitle: The road\n---\n# A bridge\n\nText.");
  expect(other.blocks[0]).toBe("heading1 A bridge");
  const later = await read("*A note.*\n\n# The road\n\nText.");
  expect(later.title).toBe("The road");
  expect(later.blocks[1]).toBe("heading1 The road");
  const alone = await read("# The road\n");
  expect(alone).toMatchObject({
    title: "The road",
    blocks: ["heading1 The road"],
  });
});

test("broken front matter is told and shown, and the text is read", async () => {
  const item = await read('---\ntitle: "The road\nauthor: [\n---\n# Text\n');
  expect(item.warnings.map(({ code }) => code)).toEqual([
    "front-matter-unreadable",
  ]);
  expect(item.blocks).toEqual([
    'code title: "The road\nauthor: [',
    "heading1 Text",
  ]);
});

test("a text between two rules is no front matter", async () => {
  const item = await read("---\nJust a line.\n---\nText.");
  expect(item.warnings).toEqual([]);
  expect(item.blocks.join(" ")).toContain("Just a line.");
});

test("nested lists, tables and footnotes are blocks of their kind", async () => {
  const item = await read(
    "1. One\n   - deeper\n2. Two[^n]\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n\n[^n]: A note.\n\n    Its second paragraph.\n",
  );
  expect(item.blocks).toEqual([
    "list-item1#1 One",
    "list-item2 deeper",
    "list-item1#2 Twon",
    "table A\tB\n1\t2",
    "footnote A note.",
    "footnote Its second paragraph.",
  ]);
});

test("raw HTML is read, never shown as text", async () => {
  const item = await read(
    '<div align="center">\n<h2>Over it</h2>\n<script>alert(1)</script>\n</div>\n\nA <b>bold</b> word<br>and a line. <!-- aside -->\n\n<ul><li>One</li></ul>\n',
  );
  expect(item.blocks).toEqual([
    "heading2 Over it",
    "paragraph A bold word\nand a line.",
    "list-item1 One",
  ]);
});

test("links by name lead where their definition says", async () => {
  const { item } = await read(
    "See [the road][r] and [nowhere][x].\n\n> [r]: https://example.org/r\n",
  );
  expect(item.structured.blocks[0]?.marks).toMatchObject([
    { kind: "link", target: "https://example.org/r" },
  ]);
});

test("any text is read, and its blocks cover it", async () => {
  const part = fc.constantFrom(
    "---\n",
    "title: x\n",
    "# ",
    "> ",
    "- ",
    "<div>",
    "</p>",
    "<b",
    "[a](b)",
    "[^1]",
    "[^1]: n",
    "|a|b|\n|-|-|\n",
    "\n\n",
    "\n",
    "text ",
    "```\n",
    "    ",
    "&amp;",
    "![i](data:image/png;base64,AAAA)",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
      const { item } = await read(parts.join(""));
      const { text, blocks } = item.structured;
      expect(
        blocks.map(({ start, end }) => text.slice(start, end)).join("\n\n"),
      ).toBe(text);
    }),
  );
});
