import { odtReader } from "#main/import/odt/odt-reader";
import { expect, test } from "vitest";
import {
  blocksOf,
  cellsOf,
  DOT,
  marksOf,
  readItem,
  refusalOf,
} from "../office/read-office";
import {
  makeOdt,
  NAMESPACES,
  p,
  paragraphStyle,
  type OdtSource,
} from "./make-odt";

const read = async (source: OdtSource) => readItem(odtReader, makeOdt(source));

const item = (inner: string, start?: number): string =>
  `<text:list-item${start === undefined ? "" : ` text:start-value="${start}"`}>${inner}</text:list-item>`;
const list = (inner: string, attributes = ""): string =>
  `<text:list ${attributes}>${inner}</text:list>`;

const LISTS = `<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-bullet text:level="2" text:bullet-char="•"/>
  <text:list-level-style-number text:level="3" style:num-format="a" text:start-value="3"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="I" style:num-prefix="Article "/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format=""/></text:list-style>`;

test("headings keep their level, with the words the outline writes before them", async () => {
  const { structured } = await read({
    styles:
      '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="Chapter " style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1"/></text:outline-style>',
    text: '<text:h text:outline-level="1">One</text:h><text:h text:outline-level="2">In</text:h><text:h text:outline-level="1">Two</text:h><text:h text:outline-level="1" text:is-list-header="true">Foreword</text:h><text:h text:outline-level="9">Deep</text:h>',
  });
  expect(
    structured.blocks.map(({ level, start, end }) => [
      level,
      structured.text.slice(start, end),
    ]),
  ).toEqual([
    [1, "Chapter 1. One"],
    [2, "In"],
    [1, "Chapter 2. Two"],
    [1, "Foreword"],
    [6, "Deep"],
  ]);
});

test("list items keep their level and number; what follows in an item are paragraphs", async () => {
  const { structured } = await read({
    automatic: LISTS,
    text:
      list(
        item(
          p("one") +
            p("more") +
            list(item(p("dot")) + item(list(item(p("c"))))),
        ) +
          item(p("two")) +
          item(p("nine"), 9),
        'text:style-name="L1"',
      ) +
      list(item(p("anew")), 'text:style-name="L1"') +
      list(
        item(p("on")),
        'text:style-name="L1" text:continue-numbering="true"',
      ) +
      list(
        `<text:list-header>${p("no item")}</text:list-header>${item(p("bullet"))}`,
      ) +
      list(item(p("The Parties")), 'text:style-name="L2"') +
      list(item(p("unmarked")), 'text:style-name="L3"'),
  });
  expect(
    structured.blocks.map(({ kind, level, number, start, end }) => [
      kind,
      level,
      number,
      structured.text.slice(start, end),
    ]),
  ).toEqual([
    ["list-item", 1, 1, "one"],
    ["paragraph", undefined, undefined, "more"],
    ["list-item", 2, undefined, "dot"],
    ["list-item", 3, 3, "c"],
    ["list-item", 1, 2, "two"],
    ["list-item", 1, 9, "nine"],
    ["list-item", 1, 1, "anew"],
    ["list-item", 1, 2, "on"],
    ["paragraph", undefined, undefined, "no item"],
    ["list-item", 1, undefined, "bullet"],
    ["paragraph", undefined, undefined, "Article I The Parties"],
    ["paragraph", undefined, undefined, "unmarked"],
  ]);
});

test("tables keep rows and columns in line over spans, repetitions and inner tables", async () => {
  const cell = (inner: string, attributes = ""): string =>
    `<table:table-cell ${attributes}>${inner}</table:table-cell>`;
  const row = (inner: string, attributes = ""): string =>
    `<table:table-row ${attributes}>${inner}</table:table-row>`;
  const { structured } = await read({
    automatic: paragraphStyle(
      "P1",
      '<style:paragraph-properties fo:text-align="end"/>',
    ),
    text: `<table:table><table:table-column/><table:table-header-rows>${row(cell(p("h", "P1"), 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>" + cell(p("h3")))}</table:table-header-rows>${row(cell(p("a") + p("b")) + cell("", 'table:number-columns-repeated="2"'))}${row(cell(`<table:table>${row(cell(p("i1")) + cell(p("i2")))}</table:table>`) + cell(p("x")) + cell(p("y")), 'table:number-rows-repeated="2"')}</table:table>`,
  });
  expect(cellsOf(structured)).toEqual([
    ["h", "", "h3"],
    ["a\nb", "", ""],
    ["i1 i2", "x", "y"],
    ["i1 i2", "x", "y"],
  ]);
  const rows = structured.blocks[0]?.rows ?? [];
  expect(rows[0]?.every(({ isHeader }) => isHeader)).toBe(true);
  expect(rows[1]?.some(({ isHeader }) => isHeader)).toBe(false);
  expect(rows[0]?.[0]?.align).toBe("right");
});

test("pictures are figures with description and caption; those elsewhere are never fetched", async () => {
  const frame = (inner: string): string => `<draw:frame>${inner}</draw:frame>`;
  const image = (address: string): string =>
    `<draw:image xlink:href="${address}"/>`;
  const { structured, resources, warnings } = await read({
    parts: { "Pictures/a.svm": Uint8Array.of(1), "Pictures/a.png": DOT },
    text:
      p(
        `Before ${frame(`<draw:text-box>${p(`${frame(`${image("Pictures/a.svm")}${image("Pictures/a.png")}<svg:title>T</svg:title><svg:desc>A dot</svg:desc>`)}Figure 1`, "Illustration")}</draw:text-box>`)} after.`,
      ) +
      p(frame(image("http://example.org/far.png"))) +
      p(
        frame(
          `<draw:image><office:binary-data>${Buffer.from(DOT).toString("base64")}</office:binary-data></draw:image>`,
        ),
      ) +
      p(`<draw:custom-shape>${p("in a shape")}</draw:custom-shape>`),
  });
  expect(blocksOf(structured)).toEqual([
    ["paragraph", "Before after."],
    ["figure", "Figure 1"],
    ["figure", ""],
    ["paragraph", "in a shape"],
  ]);
  expect(structured.blocks[1]).toMatchObject({
    alt: "A dot",
    resource: resources[0]?.id,
  });
  expect(structured.blocks[2]?.resource).toBe(resources[0]?.id);
  expect(resources).toHaveLength(1);
  expect(warnings).toEqual([
    { code: "picture-left-out", detail: "http://example.org/far.png" },
  ]);
});

test("formulas are written in one line", async () => {
  const { structured } = await read({
    parts: {
      "Object 1/content.xml":
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac><msqrt><mi>y</mi></msqrt></mrow><annotation encoding="StarMath 5.0">x^2</annotation></semantics></math>',
    },
    text: p(
      'Let <draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame> be.',
    ),
  });
  expect(structured.text).toBe("Let x^2=(a+b)/c√(y) be.");
  expect(marksOf(structured)).toEqual([["formula", "x^2=(a+b)/c√(y)"]]);
});

test("metadata comes from the package and from the styles at the front", async () => {
  const { metadata, structured } = await read({
    meta: "<dc:title>Own</dc:title><meta:initial-creator>First</meta:initial-creator><dc:creator>Last</dc:creator><meta:creation-date>2009-06-24T10:00:00.123</meta:creation-date><dc:language>fr</dc:language><dc:subject>law</dc:subject><meta:keyword>a</meta:keyword><meta:keyword>b</meta:keyword><dc:description>D</dc:description><meta:user-defined meta:name='Ref'>12</meta:user-defined>",
    text: p("Own", "Title") + p("A. Author", "Author") + p("Text"),
  });
  expect(metadata).toEqual({
    title: "Own",
    creators: ["A. Author"],
    date: "2009-06-24",
    language: "fr",
    description: "D",
    tags: ["a", "b"],
    extra: { subject: "law", Ref: "12" },
  });
  expect(structured.text).toBe("Text");
});

test("encrypted, other and broken packages are refused with their reason", async () => {
  const encrypted = makeOdt({
    text: "",
    parts: {
      "META-INF/manifest.xml": `<manifest:manifest ${NAMESPACES}><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`,
      "content.xml": Uint8Array.of(7, 8, 9),
    },
  });
  const sheet = makeOdt({
    text: "",
    parts: { mimetype: "application/vnd.oasis.opendocument.spreadsheet" },
  });
  const drawing = makeOdt({
    text: "",
    parts: {
      "content.xml": `<office:document-content ${NAMESPACES}><office:body><office:drawing/></office:body></office:document-content>`,
    },
  });
  const broken = makeOdt({
    text: "",
    parts: { "content.xml": `<office:document-content ${NAMESPACES}>` },
  });
  expect(await refusalOf(odtReader, encrypted)).toBe("password-needed");
  expect(await refusalOf(odtReader, sheet)).toBe("unsupported-format");
  expect(await refusalOf(odtReader, drawing)).toBe("unsupported-format");
  expect(await refusalOf(odtReader, broken)).toBe("damaged-file");
});
