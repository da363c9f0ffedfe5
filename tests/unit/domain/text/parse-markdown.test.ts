import type { Block } from "#domain/text/blocks";
import { parseMarkdown } from "#domain/text/parse-markdown";
import fc from "fast-check";
import { expect, test } from "vitest";

function kindsOf(markdown: string): [string, string][] {
  const { text, blocks } = parseMarkdown(markdown);
  return blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

function onlyBlock(markdown: string): {
  readonly text: string;
  readonly block: Block;
} {
  const { text, blocks } = parseMarkdown(markdown);
  expect(blocks).toHaveLength(1);
  return { text, block: blocks[0] as Block };
}

test("headings, paragraphs, rules and code become blocks of plain text", () => {
  expect(
    kindsOf(
      "# One *two*\n\nA line\nand the next.\n\n---\n\n```js\nlet a = `1`;\n```",
    ),
  ).toEqual([
    ["heading", "One two"],
    ["paragraph", "A line and the next."],
    ["rule", ""],
    ["code", "let a = `1`;"],
  ]);
});

test("inline marks lie exactly over their words and keep their targets", () => {
  const { text, block } = onlyBlock(
    "*em* **st** `co` ~~no~~ [link](https://example.org) 😀 *x*",
  );
  const marked = block.marks.map(({ kind, start, end, target }) => [
    kind,
    text.slice(start, end),
    target,
  ]);
  expect(marked).toEqual([
    ["emphasis", "em", undefined],
    ["strong", "st", undefined],
    ["code", "co", undefined],
    ["strikethrough", "no", undefined],
    ["link", "link", "https://example.org"],
    ["emphasis", "x", undefined],
  ]);
});

test("list items keep their depth and their numbers", () => {
  const { blocks } = parseMarkdown("3. three\n4. four\n   - inner\n\n- outer");
  expect(
    blocks.map(({ kind, level, number }) => [kind, level, number]),
  ).toEqual([
    ["list-item", 1, 3],
    ["list-item", 1, 4],
    ["list-item", 2, undefined],
    ["list-item", 1, undefined],
  ]);
});

test("quotations keep their depth", () => {
  const { blocks } = parseMarkdown("> outer\n>\n> > inner");
  expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ["quotation", 1],
    ["quotation", 2],
  ]);
});

test("a table is one block whose cells lie over its text", () => {
  const { text, block } = onlyBlock("| a | *b* |\n|:--|--:|\n| c | d |");
  expect(text).toBe("a\tb\nc\td");
  const cells = (block.rows ?? []).map((row) =>
    row.map((cell) => [
      text.slice(cell.start, cell.end),
      cell.isHeader,
      cell.align,
    ]),
  );
  expect(cells).toEqual([
    [
      ["a", true, "left"],
      ["b", true, "right"],
    ],
    [
      ["c", false, "left"],
      ["d", false, "right"],
    ],
  ]);
  expect(block.rows?.[0]?.[1]?.marks.map(({ kind }) => kind)).toEqual([
    "emphasis",
  ]);
});

test("a footnote and its reference carry the same label", () => {
  const { blocks } = parseMarkdown("Text[^Src].\n\n[^Src]: The source.");
  expect(blocks[0]?.marks).toMatchObject([
    { kind: "footnote-reference", target: "Src" },
  ]);
  expect(blocks[1]).toMatchObject({ kind: "footnote", label: "Src" });
});

test("raw HTML is kept as plain text and an image as its description", () => {
  expect(
    kindsOf("<script>alert(1)</script>\n\n![a map](x.png) and <b>bold</b>"),
  ).toEqual([
    ["paragraph", "<script>alert(1)</script>"],
    ["paragraph", "a map and <b>bold</b>"],
  ]);
});

test("line ends of Windows and of old Macs give the same text as those of Unix", () => {
  const unix = "# A\n\none\ntwo\n\n- x\n- y";
  expect(parseMarkdown(unix.replaceAll("\n", "\r\n"))).toEqual(
    parseMarkdown(unix),
  );
  expect(parseMarkdown(unix.replaceAll("\n", "\r"))).toEqual(
    parseMarkdown(unix),
  );
});

test("nothing gives nothing", () => {
  expect(parseMarkdown("")).toMatchObject({ text: "", blocks: [] });
});

test("the blocks of any Markdown, joined by blank lines, are the whole text", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "# A",
      "- a",
      "  - b",
      "1. c",
      "> q",
      "> > r",
      "|a|b|",
      "|-|-|",
      "```",
      "[^1]",
      "[^1]: n",
      "",
    ),
    fc.constantFrom(
      "<b>",
      "---",
      "===",
      "![i](u)",
      "    code",
      "*e* **s**",
      "- [ ] task",
      "a  ",
      "\\",
      "https://x.org",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const { text, blocks } = parseMarkdown(lines.join("\n"));
      expect(
        blocks.map(({ start, end }) => text.slice(start, end)).join("\n\n"),
      ).toBe(text);
      let next = 0;
      for (const { start, end, marks } of blocks) {
        expect(start).toBe(next);
        expect(
          marks.every(
            (mark) =>
              start <= mark.start && mark.start <= mark.end && mark.end <= end,
          ),
        ).toBe(true);
        next = end + 2;
      }
    }),
    { numRuns: 300 },
  );
});
