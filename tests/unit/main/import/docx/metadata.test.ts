import { docxReader } from "#main/import/docx/docx-reader";
import { expect, test } from "vitest";
import { blocksOf, readItem, refusalOf } from "../office/read-office";
import { makeDocx, NAMESPACES, p, style, type DocxSource } from "./make-docx";

const read = async (source: DocxSource) =>
  readItem(docxReader, makeDocx(source));

const STYLES = ["Title", "Subtitle", "Author", "Date", "Abstract"]
  .map((name) => style(name, name))
  .join("");

test("what the package says of the document becomes its metadata", async () => {
  const { metadata } = await read({
    body: p("text"),
    core: "<dc:title>On  Treaties</dc:title><dc:creator>A. Author; B. Other</dc:creator><dcterms:created>2014-07-28T10:00:00Z</dcterms:created><dc:language>en-GB</dc:language><dc:subject>law</dc:subject><cp:keywords>peace, war; peace</cp:keywords><dc:description>Notes</dc:description>",
  });
  expect(metadata).toEqual({
    title: "On Treaties",
    creators: ["A. Author", "B. Other"],
    date: "2014-07-28",
    language: "en-GB",
    description: "Notes",
    tags: ["peace", "war"],
    extra: { subject: "law" },
  });
});

test("title, authors and date at the front are taken as such and not repeated in the text", async () => {
  const { metadata, structured } = await read({
    styles: STYLES,
    core: "<dc:creator>the computer</dc:creator>",
    body:
      p("The Title", "Title") +
      p("below", "Subtitle") +
      p("Mary Ann Evans", "Author") +
      p("Aurore Dupin", "Author") +
      p("July 28, 2014", "Date") +
      p("In short.", "Abstract") +
      p("Text."),
  });
  expect(metadata).toMatchObject({
    title: "The Title",
    creators: ["Mary Ann Evans", "Aurore Dupin"],
    date: "2014-07-28",
    description: "In short.",
  });
  expect(blocksOf(structured)).toEqual([
    ["paragraph", "below"],
    ["paragraph", "In short."],
    ["paragraph", "Text."],
  ]);
});

test("another title than the document's own stays as a heading, and titles after the beginning stay", async () => {
  const { metadata, structured } = await read({
    styles: STYLES,
    core: "<dc:title>Own</dc:title>",
    body:
      p("Other", "Title") + p("Text.") + p("Own", "Title") + p("Me", "Author"),
  });
  expect(metadata).toMatchObject({ title: "Own", creators: [] });
  expect(blocksOf(structured)).toEqual([
    ["heading", "Other"],
    ["paragraph", "Text."],
    ["paragraph", "Own"],
    ["paragraph", "Me"],
  ]);
});

test("titles and dates that programs leave are none", async () => {
  const { metadata } = await read({
    body: p("text"),
    core: "<dc:title>Microsoft Word - draft.doc</dc:title><dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>",
  });
  expect(metadata).toEqual({ creators: [], tags: [] });
});

test("the strict form and other prefixes are read alike", async () => {
  const { structured } = await read({
    body: "",
    parts: {
      "word/document.xml":
        '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:rPr><x:b/></x:rPr><x:t>strict</x:t></x:r></x:p></x:body></x:document>',
    },
  });
  expect(structured.text).toBe("strict");
  expect(structured.blocks[0]?.marks).toHaveLength(1);
});

test("parts in UTF-16 and with small slips in their syntax are read", async () => {
  const source = `<w:document ${NAMESPACES}><w:body><w:p><w:r><w:rPr><w:i/ ></w:rPr><w:t>Žluť</w:t></w:r></w:p></w:body></w:document>`;
  const { structured, warnings } = await read({
    body: "",
    parts: {
      "word/document.xml": Uint8Array.from(
        Buffer.from(`\ufeff${source}`, "utf16le"),
      ),
    },
  });
  expect(structured.text).toBe("Žluť");
  expect(warnings.map(({ code }) => code)).toEqual(["syntax-mended"]);
});

test("encrypted and old documents, other kinds and broken ones are refused with their reason", async () => {
  const compound = (stream: string): Uint8Array =>
    Uint8Array.from([
      ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      ...new Uint8Array(504),
      ...Buffer.from(stream, "utf16le"),
    ]);
  const broken = (document: string): Uint8Array =>
    makeDocx({ body: "", parts: { "word/document.xml": document } });
  expect(await refusalOf(docxReader, compound("EncryptedPackage"))).toBe(
    "password-needed",
  );
  expect(await refusalOf(docxReader, compound("WordDocument"))).toBe(
    "unsupported-format",
  );
  expect(await refusalOf(docxReader, broken("<x:workbook xmlns:x='y'/>"))).toBe(
    "unsupported-format",
  );
  expect(await refusalOf(docxReader, broken("<w:document><w:body>"))).toBe(
    "damaged-file",
  );
  expect(await refusalOf(docxReader, broken("nothing"))).toBe("damaged-file");
  expect(await refusalOf(docxReader, Uint8Array.of(80, 75, 3, 4))).toBe(
    "damaged-file",
  );
});
