import { docxReader } from "#main/import/docx/docx-reader";
import { expect, test } from "vitest";
import { blocksOf, DOT, marksOf, readItem } from "../office/read-office";
import {
  makeDocx,
  p,
  r,
  relationship,
  style,
  type DocxSource,
} from "./make-docx";

const read = async (source: DocxSource) =>
  readItem(docxReader, makeDocx(source));

const reference = (kind: string, id: number, more = ""): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>${more}`;

test("notes stand at the end under the labels the text shows", async () => {
  const { structured } = await read({
    body: `<w:p>${r("One")}${reference("footnote", 7)}${r(" two")}${reference("endnote", 2)}${r(" three")}${reference("footnote", 5)}<w:r><w:footnoteReference w:id="6" w:customMarkFollows="1"/><w:t>*</w:t></w:r></w:p>`,
    footnotes: `<w:footnote w:id="5">${p("five")}</w:footnote><w:footnote w:id="6">${p("star")}</w:footnote><w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r>${r(" seven")}</w:p>${p("again")}</w:footnote><w:footnote w:id="8">${p("unused")}</w:footnote>`,
    endnotes: `<w:endnote w:id="2">${p("end")}</w:endnote>`,
  });
  expect(structured.text).toBe(
    "One1 twoi three2*\n\nseven\n\nagain\n\nfive\n\nstar\n\nend",
  );
  expect(
    structured.blocks.slice(1).map(({ kind, label }) => [kind, label]),
  ).toEqual([
    ["footnote", "1"],
    ["footnote", "1"],
    ["footnote", "2"],
    ["footnote", "*"],
    ["footnote", "i"],
  ]);
  expect(marksOf(structured)).toEqual([
    ["footnote-reference", "1", "1"],
    ["footnote-reference", "i", "i"],
    ["footnote-reference", "2", "2"],
    ["footnote-reference", "*", "*"],
  ]);
});

test("endnotes alone are numbered in digits", async () => {
  const { structured } = await read({
    body: `<w:p>${r("One")}${reference("endnote", 2)}</w:p>`,
    endnotes: `<w:endnote w:id="2">${p("end")}</w:endnote>`,
  });
  expect(structured.text).toBe("One1\n\nend");
});

test("links come from relationships, fields and bookmarks; others lose their mark and keep their letters", async () => {
  const field = (code: string, text: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const { structured } = await read({
    relationships:
      relationship("web", "hyperlink", "https://example.org/a", "External") +
      relationship("bad", "hyperlink", "javascript:alert(1)", "External"),
    body: `<w:p><w:hyperlink r:id="web" w:anchor="top">${r("web", '<w:u w:val="single"/>')}</w:hyperlink> ${r(" ")}<w:hyperlink r:id="bad">${r("bad")}</w:hyperlink>${r(" ")}${field('HYPERLINK "http://example.org/b" \\l "c"', "field")}${r(" ")}<w:fldSimple w:instr='HYPERLINK "mailto:a@example.org"'>${r("mail")}</w:fldSimple>${r(" ")}<w:hyperlink w:anchor="place">${r("inside")}</w:hyperlink>${r(" ")}${field('HYPERLINK \\l "place"', "again")}<w:hyperlink w:anchor="nowhere">${r(" lost")}</w:hyperlink></w:p><w:bookmarkStart w:id="1" w:name="place"/>${p("Target")}`,
  });
  expect(structured.text).toBe(
    "web bad field mail inside again lost\n\nTarget",
  );
  const target = `#${structured.text.indexOf("Target")}`;
  expect(marksOf(structured)).toEqual([
    ["link", "web", "https://example.org/a#top"],
    ["link", "field", "http://example.org/b#c"],
    ["link", "mail", "mailto:a@example.org"],
    ["link", "inside", target],
    ["link", "again", target],
  ]);
});

const drawing = (id: string, alt: string, how = "embed"): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${how}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

test("pictures are figures with their descriptions, a caption becomes the text, and equal ones are kept once", async () => {
  const { structured, resources, warnings } = await read({
    relationships:
      relationship("a", "image", "media/a.jpeg") +
      relationship("b", "image", "/word/media/b.png") +
      relationship("emf", "image", "media/c.emf") +
      relationship("far", "image", "http://example.org/x.png", "External"),
    styles: style("cap", "caption"),
    parts: {
      "word/media/a.jpeg": DOT,
      "word/media/b.png": DOT,
      "word/media/c.emf": Uint8Array.of(1, 0, 0, 0),
    },
    body:
      `<w:p>${drawing("a", "A dot")}</w:p>${p("Figure 1: the dot", "cap")}` +
      `<w:p>${r("See ")}${drawing("b", "Same dot")}${r(" here.")}</w:p>` +
      `<w:p>${drawing("emf", "Drawn")}</w:p><w:p>${drawing("far", "Far", "link")}</w:p>`,
  });
  expect(blocksOf(structured)).toEqual([
    ["figure", "Figure 1: the dot"],
    ["paragraph", "See here."],
    ["figure", "Same dot"],
    ["figure", "Drawn"],
    ["figure", "Far"],
  ]);
  expect(structured.blocks[0]).toMatchObject({ alt: "A dot" });
  expect(resources).toHaveLength(1);
  expect(resources[0]).toMatchObject({ mediaType: "image/png" });
  expect(structured.blocks[2]?.resource).toBe(resources[0]?.id);
  expect(warnings).toEqual([
    { code: "picture-left-out", detail: expect.stringContaining("c.emf") },
  ]);
});
