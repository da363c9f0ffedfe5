import { docxReader } from "#main/import/docx/docx-reader";
import { MAX_DEPTH } from "#main/import/office/parse-xml";
import { expect, test } from "vitest";
import { blocksOf, marksOf, readItem, refusalOf } from "../office/read-office";
import {
  makeDocx,
  NAMESPACES,
  p,
  r,
  relationship,
  style,
  type DocxSource,
} from "./make-docx";

const read = async (source: DocxSource) =>
  readItem(docxReader, makeDocx(source));

const document = (prologue: string, body: string): DocxSource => ({
  body: "",
  parts: {
    "word/document.xml": `<?xml version="1.0"?>${prologue}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
  },
});

/** Long enough to be no archive bomb: every piece differs. */
const many = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join("");

test("entities of a document type are never made, so that no bomb grows and no file is read", async () => {
  const bomb = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd"><!ENTITY % d SYSTEM "http://example.org/d"> %d;]>`;
  const { structured, warnings } = await read(document(bomb, p("x &b; &c; y")));
  expect(structured.text).toBe("x &b; &c; y");
  expect(warnings.map(({ code }) => code)).toEqual(["syntax-mended"]);
});

test("nesting beyond what people make is refused, however deep; what they make is read", async () => {
  const nested = (depth: number): DocxSource => ({
    body: `${"<w:sdt><w:sdtContent>".repeat(depth)}${p("deep")}${"</w:sdtContent></w:sdt>".repeat(depth)}`,
  });
  expect(await refusalOf(docxReader, makeDocx(nested(10_000)))).toBe(
    "damaged-file",
  );
  const { structured } = await read(nested(Math.floor(MAX_DEPTH / 2) - 5));
  expect(structured.text).toBe("deep");
});

test("text boxes and tables in one another are read to the depth that is allowed", async () => {
  const depth = 25;
  const box = [
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
  ] as const;
  const table = ["<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"] as const;
  for (const [open, close] of [box, table]) {
    const { structured } = await read({
      body: `${open.repeat(depth)}${p("in")}${close.repeat(depth)}`,
    });
    expect(structured.text.trim()).toBe("in");
  }
});

test("styles that rest on one another in circles or endless chains end somewhere", async () => {
  const { structured } = await read({
    styles:
      style("a", "A", '<w:basedOn w:val="b"/>') +
      style("b", "B", '<w:basedOn w:val="a"/>') +
      style(
        "self",
        "Self",
        '<w:basedOn w:val="self"/><w:rPr><w:b/></w:rPr>',
        "character",
      ) +
      style("s0", "heading 1") +
      many(5_000, (index) =>
        style(
          `s${index + 1}`,
          `S${index + 1}`,
          `<w:basedOn w:val="s${index}"/>`,
        ),
      ),
    body:
      p("one", "a") +
      p("two", "s5000") +
      p("three", "s20") +
      `<w:p>${r("four", '<w:rStyle w:val="self"/>')}</w:p>`,
  });
  expect(blocksOf(structured)).toEqual([
    ["paragraph", "one"],
    ["paragraph", "two"],
    ["heading", "three"],
    ["paragraph", "four"],
  ]);
  expect(marksOf(structured)).toEqual([["strong", "four"]]);
});

test("lists that lead to themselves, to nowhere or to wrong levels are no danger", async () => {
  const numbered = (list: string, level: string): string =>
    p(
      "x",
      undefined,
      `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
    );
  const { structured } = await read({
    styles: style(
      "loop",
      "Loop",
      '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
      "numbering",
    ),
    numbering: `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="loop"/></w:abstractNum>
      <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="999999999"><w:numFmt w:val="decimal"/><w:lvlText w:val="%9999."/></w:lvl><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="__proto__"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="77"/></w:num>`,
    body:
      numbered("1", "0") +
      numbered("2", "999999999") +
      numbered("2", "-1") +
      numbered("2", "zero") +
      numbered("3", "0") +
      numbered("__proto__", "0"),
  });
  expect(structured.blocks.map(({ kind, number }) => [kind, number])).toEqual([
    ["paragraph", undefined],
    ["paragraph", undefined],
    ["paragraph", undefined],
    ["list-item", 999_999_999],
    ["paragraph", undefined],
    ["paragraph", undefined],
  ]);
});

test("notes that refer to themselves and to one another are read once each", async () => {
  const note = (id: number): string =>
    `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const { structured } = await read({
    body: `<w:p>${r("text")}${note(1)}${note(9)}${note(1)}</w:p>`,
    footnotes: `<w:footnote w:id="1"><w:p>${r("one")}${note(1)}${note(2)}</w:p></w:footnote><w:footnote w:id="2"><w:p>${r("two")}${note(1)}</w:p></w:footnote>`,
  });
  expect(structured.text).toBe("text121\n\none13\n\ntwo1");
});

test("absent, damaged and mistaken parts leave the text readable", async () => {
  const { structured, warnings } = await read({
    body: `${p("text", "none")}<w:p><w:hyperlink r:id="nope">${r("link")}</w:hyperlink><w:r><w:footnoteReference w:id="x"/><w:drawing><wp:inline><a:blip r:embed="climb"/></wp:inline></w:drawing></w:r></w:p>`,
    relationships:
      relationship("climb", "image", "../../../../etc/passwd") +
      relationship("loop", "image", "document.xml"),
    parts: {
      "word/styles.xml": "<w:styles><unclosed>",
      "word/numbering.xml": Uint8Array.of(0, 255, 3),
      "docProps/core.xml": "",
    },
  });
  expect(structured.text).toBe("text\n\nlink1");
  expect(warnings.map(({ code }) => code)).toEqual([
    "part-left-out",
    "picture-left-out",
  ]);
});

test("names of the language in a document are names like others", async () => {
  const { metadata, structured } = await read({
    styles: style("__proto__", "constructor"),
    core: "<dc:title>__proto__</dc:title>",
    relationships: relationship(
      "__proto__",
      "hyperlink",
      "https://example.org/",
      "External",
    ),
    body: `<w:p __proto__="x"><w:pPr><w:pStyle w:val="__proto__"/></w:pPr><w:hyperlink r:id="__proto__">${r("x", '<w:rStyle w:val="toString"/>')}</w:hyperlink><w:bookmarkStart w:name="__proto__"/></w:p>`,
  });
  expect(metadata.title).toBe("__proto__");
  expect(marksOf(structured)).toEqual([["link", "x", "https://example.org/"]]);
  expect(Object.prototype).not.toHaveProperty("x");
});

test("wide spans and long paragraphs, tables and lists of notes end in reasonable time and size", async () => {
  const count = 20_000;
  const { structured } = await read({
    body:
      `<w:p>${many(count, (index) => r(`${index} `, index % 2 ? "<w:b/>" : ""))}</w:p>` +
      `<w:tbl>${many(2_000, (index) => `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${p(String(index))}</w:tc></w:tr>`)}</w:tbl>` +
      `<w:tbl><w:tr><w:tc>${many(count, (index) => p(`c${index}`))}</w:tc><w:tc/></w:tr></w:tbl>` +
      `<w:p>${many(count, (index) => `<w:r><w:footnoteReference w:id="${index}" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`)}</w:p>` +
      many(
        count,
        (index) =>
          `<w:p><w:pPr><w:rPr><w:del w:id="${index}"/></w:rPr></w:pPr>${r(`d${index}`)}</w:p>`,
      ) +
      `<w:p>${many(count, () => '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')}${many(count, (index) => `${r(`f${index}`)}<w:r><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>`)}</w:p>`,
  });
  expect(structured.blocks[0]?.marks).toHaveLength(count / 2);
  expect(structured.blocks[1]?.rows?.[0]).toHaveLength(63);
  expect(structured.text).toContain(`c${count - 1}`);
  expect(structured.text).toContain(`d${count - 1}`);
}, 60_000);
