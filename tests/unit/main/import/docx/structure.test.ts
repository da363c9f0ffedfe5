import { docxReader } from "#main/import/docx/docx-reader";
import { expect, test } from "vitest";
import { blocksOf, cellsOf, readItem } from "../office/read-office";
import { makeDocx, p, r, style, type DocxSource } from "./make-docx";

const read = async (source: DocxSource) =>
  readItem(docxReader, makeDocx(source));

test("headings are told by names, by outline levels and by what their style rests on", async () => {
  const { structured } = await read({
    styles:
      style("a1", "heading 1") +
      style("own", "Kapitel", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      style("deep", "Deep", '<w:basedOn w:val="own"/>') +
      style(
        "toc",
        "TOC Heading",
        '<w:basedOn w:val="a1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
      ) +
      style("h9", "heading 9"),
    body:
      p("One", "a1") +
      p("Two", "own") +
      p("Three", "deep") +
      p("Contents", "toc") +
      p("Nine", "h9") +
      p("None", "Heading1"),
  });
  expect(structured.blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ["heading", 1],
    ["heading", 2],
    ["heading", 2],
    ["paragraph", undefined],
    ["heading", 6],
    // A style that does not exist is none, as for Word.
    ["paragraph", undefined],
  ]);
});

test("without a part for styles their ids are taken for names", async () => {
  const { structured } = await read({ body: p("One", "Heading2") });
  expect(structured.blocks[0]).toMatchObject({ kind: "heading", level: 2 });
});

test("quotations and code are told by their styles, lines of code are joined, and what is set in from both sides is a quotation", async () => {
  const { structured } = await read({
    styles: style("Q", "Intense Quote") + style("C", "Source Code"),
    body:
      p("said", "Q") +
      p("if  x", "C") +
      p("  y", "C") +
      p("long", undefined, '<w:ind w:left="720" w:right="720"/>') +
      p("left only", undefined, '<w:ind w:left="720"/>'),
  });
  expect(blocksOf(structured)).toEqual([
    ["quotation", "said"],
    ["code", "if  x\n  y"],
    ["quotation", "long"],
    ["paragraph", "left only"],
  ]);
});

const LISTS = `
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1"/><w:pStyle w:val="art"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;

const item = (text: string, list: number, level = 0): string =>
  p(
    text,
    undefined,
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
  );

test("list items keep their level and the number they show, also over restarts", async () => {
  const { structured } = await read({
    numbering: LISTS,
    body:
      item("three", 1) +
      item("a", 1, 1) +
      item("b", 1, 1) +
      item("four", 1) +
      item("a again", 1, 1) +
      p("between") +
      item("five", 1) +
      item("anew", 4) +
      item("on", 4) +
      item("dot", 2) +
      item("no list", 0) +
      item("nowhere", 99),
  });
  expect(
    structured.blocks.map(({ kind, level, number }) => [kind, level, number]),
  ).toEqual([
    ["list-item", 1, 3],
    ["list-item", 2, 1],
    ["list-item", 2, 2],
    ["list-item", 1, 4],
    ["list-item", 2, 1],
    ["paragraph", undefined, undefined],
    ["list-item", 1, 5],
    ["list-item", 1, 1],
    ["list-item", 1, 2],
    ["list-item", 1, undefined],
    ["paragraph", undefined, undefined],
    ["paragraph", undefined, undefined],
  ]);
});

test("words that numbering writes are text", async () => {
  const { structured } = await read({
    numbering: LISTS,
    styles: style(
      "art",
      "heading 1",
      '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>',
    ),
    body: p("Scope", "art") + p("Terms", "art") + item("The Parties agree.", 3),
  });
  expect(blocksOf(structured)).toEqual([
    ["heading", "Article I Scope"],
    ["heading", "Article II Terms"],
    ["paragraph", "Article III The Parties agree."],
  ]);
});

const tc = (inner: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;

test("merged cells leave empty ones, header rows are marked, a table in a cell becomes its lines", async () => {
  const inner = `<w:tbl><w:tr>${tc(p("i1"))}${tc(p("i2"))}</w:tr></w:tbl>`;
  const { structured } = await read({
    body: `<w:tbl><w:tblPr><w:tblLook w:val="0020"/></w:tblPr><w:tr>${tc(p("h1", undefined, '<w:jc w:val="center"/>'))}${tc(p("h2"), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${tc(p("down"), '<w:vMerge w:val="restart"/>')}${tc(p("one") + p("two"))}${tc(inner)}</w:tr><w:tr>${tc(p(""), "<w:vMerge/>")}${tc(p("x"))}${tc(p("y"))}</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc(p("gone"))}</w:tr></w:tbl>`,
  });
  expect(cellsOf(structured)).toEqual([
    ["h1", "h2", ""],
    ["down", "one\ntwo", "i1 i2"],
    ["", "x", "y"],
  ]);
  const rows = structured.blocks[0]?.rows ?? [];
  expect(rows.map((row) => row.every((cell) => cell.isHeader))).toEqual([
    true,
    false,
    false,
  ]);
  expect(rows[0]?.[0]?.align).toBe("center");
});

test("a table of one cell that frames more than paragraphs is no table", async () => {
  const { structured } = await read({
    styles: style("h", "heading 2"),
    body: `<w:tbl><w:tr>${tc(p("Box", "h") + p("text"))}</w:tr></w:tbl>`,
  });
  expect(blocksOf(structured)).toEqual([
    ["heading", "Box"],
    ["paragraph", "text"],
  ]);
});

test("text boxes follow the paragraph they hang on, once, and rules are rules", async () => {
  const box = `<w:txbxContent>${p("boxed")}</w:txbxContent>`;
  const { structured } = await read({
    body: `<w:p>${r("text")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p><w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r></w:p>`,
  });
  expect(blocksOf(structured)).toEqual([
    ["paragraph", "text"],
    ["paragraph", "boxed"],
    ["rule", ""],
  ]);
});
