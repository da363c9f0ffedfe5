import { odtReader } from "#main/import/odt/odt-reader";
import { expect, test } from "vitest";
import { blocksOf, readItem, refusalOf } from "../office/read-office";
import {
  makeOdt,
  NAMESPACES,
  p,
  paragraphStyle,
  type OdtSource,
} from "./make-odt";

const read = async (source: OdtSource) => readItem(odtReader, makeOdt(source));

test("entities are never made and nesting beyond measure is refused", async () => {
  const bomb = makeOdt({
    text: "",
    parts: {
      "content.xml": `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><office:document-content ${NAMESPACES}><office:body><office:text>${p("&a;&b;")}</office:text></office:body></office:document-content>`,
    },
  });
  expect((await readItem(odtReader, bomb)).structured.text).toBe("&a;&b;");
  const deep = makeOdt({
    text: `${"<text:section>".repeat(30_000)}${"</text:section>".repeat(30_000)}`,
  });
  expect(await refusalOf(odtReader, deep)).toBe("damaged-file");
});

test("repetitions make no more cells than a budget allows, and numbers beyond measure are cut", async () => {
  const { structured, warnings } = await read({
    text:
      `<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999">${p("x")}</table:table-cell></table:table-row></table:table>` +
      p('a<text:s text:c="999999999"/>b') +
      `<text:numbered-paragraph text:list-level="999999999">${p("n")}</text:numbered-paragraph>` +
      '<text:h text:outline-level="999999999">h</text:h>',
  });
  const [table, paragraph, item, heading] = structured.blocks;
  expect(table?.rows?.length).toBeLessThan(400);
  expect(table?.rows?.[0]).toHaveLength(64);
  expect(paragraph).toMatchObject({ kind: "paragraph" });
  expect(item).toMatchObject({ kind: "list-item", level: 10 });
  expect(heading).toMatchObject({ kind: "heading", level: 6 });
  expect(warnings.map(({ code }) => code)).toEqual(["repetition-left-out"]);
});

test("styles in circles end, unknown ones are none, and pictures lie in the package or nowhere", async () => {
  const { structured, resources } = await read({
    automatic: paragraphStyle("P1", "", "P2") + paragraphStyle("P2", "", "P1"),
    text:
      p("one", "P1") +
      p("two", "__proto__") +
      p(
        '<draw:frame><draw:image xlink:href="../../etc/passwd"/><svg:desc>gone</svg:desc></draw:frame>',
      ) +
      p('<draw:frame><draw:object xlink:href="."/></draw:frame>'),
  });
  expect(blocksOf(structured)).toEqual([
    ["paragraph", "one"],
    ["paragraph", "two"],
    ["figure", "gone"],
  ]);
  expect(resources).toEqual([]);
});

test("notes in notes are read in the order of the text", async () => {
  const note = (mark: string, body: string): string =>
    `<text:note><text:note-citation>${mark}</text:note-citation><text:note-body>${body}</text:note-body></text:note>`;
  const { structured } = await read({
    text: p(`a${note("1", p(`b${note("2", p("c"))}`))}`),
  });
  expect(structured.text).toBe("a1\n\nb2\n\nc");
});
