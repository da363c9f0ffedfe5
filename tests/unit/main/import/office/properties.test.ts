import type { StructuredText } from "#domain/text/blocks";
import { docxReader } from "#main/import/docx/docx-reader";
import { odtReader } from "#main/import/odt/odt-reader";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as docx from "../docx/make-docx";
import * as odt from "../odt/make-odt";
import { readItem } from "./read-office";

/** Letters as people type them, with what XML must escape. */
const letters = fc.string({ unit: "grapheme", maxLength: 40 }).map((text) =>
  // Control letters cannot stand in XML, and soft hyphens are dropped on purpose.
  text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff\u00ad\uf000-\uf0ff]/gu, ""),
);

const escaped = (text: string): string =>
  text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");

/** What a paragraph becomes: white space as one space, none at the edges. */
const folded = (text: string): string =>
  text.replace(/[ \t\n\r\f\v]+/gu, " ").replace(/^ | $/gu, "");

const paragraphs = fc.array(fc.array(letters, { maxLength: 5 }), {
  maxLength: 6,
});

test("every letter of a Word document is read, in order", async () => {
  await fc.assert(
    fc.asyncProperty(paragraphs, async (texts) => {
      const looks = ["", "<w:b/>", "<w:i/>", "<w:b/><w:u w:val='single'/>"];
      const body = texts.map(
        (runs) =>
          `<w:p>${runs.map((run, index) => docx.r(escaped(run), looks[index % looks.length])).join("")}</w:p>`,
      );
      const { structured } = await readItem(
        docxReader,
        docx.makeDocx({ body: body.join("") }),
      );
      expect(structured.text).toBe(expected(texts));
      expectSound(structured);
    }),
    { numRuns: 100 },
  );
});

test("every letter of an OpenDocument text is read, in order", async () => {
  await fc.assert(
    fc.asyncProperty(paragraphs, async (texts) => {
      const body = texts.map((runs) =>
        odt.p(
          runs
            .map((run, index) =>
              index % 2
                ? `<text:span>${escaped(run)}</text:span>`
                : escaped(run),
            )
            .join(""),
        ),
      );
      const { structured } = await readItem(
        odtReader,
        odt.makeOdt({ text: body.join("") }),
      );
      expect(structured.text).toBe(expected(texts));
      expectSound(structured);
    }),
    { numRuns: 100 },
  );
});

const NAMES =
  "w:p w:r w:t w:tbl w:tr w:tc w:pPr w:rPr w:sdt w:sdtContent w:hyperlink w:fldChar w:instrText w:ins w:del w:drawing w:txbxContent w:numPr m:oMath m:f m:d mc:AlternateContent mc:Choice w:footnoteReference a:blip w:b w:vanish w:tblHeader".split(
    " ",
  );
const OFFICE_NAMES =
  "text:p text:h text:span text:list text:list-item table:table table:table-row table:table-cell text:note text:note-body text:a text:s draw:frame draw:image draw:text-box draw:object text:section text:bookmark office:annotation text:tracked-changes".split(
    " ",
  );

/** Any elements in any order: wrong, but well-formed. */
const soup = (names: readonly string[]) =>
  fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 6, depthIdentifier: "soup" },
      letters.map(escaped),
      fc
        .tuple(
          fc.constantFrom(...names),
          fc.constantFrom(
            "",
            ' w:val="1"',
            ' w:fldCharType="begin"',
            ' w:id="2"',
            ' text:c="3"',
            ' xlink:href="#a"',
          ),
          fc.array(tie("node"), { maxLength: 4, depthIdentifier: "soup" }),
        )
        .map(
          ([name, attribute, inner]) =>
            `<${name}${attribute}>${inner.join("")}</${name}>`,
        ),
    ),
  })).node;

test("elements in any order give a sound text, whatever they mean", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(soup(NAMES), { maxLength: 6 }),
      fc.array(soup(OFFICE_NAMES), { maxLength: 6 }),
      async (word, office) => {
        const body = word.join("");
        const text = office.join("");
        expectSound(
          (await readItem(docxReader, docx.makeDocx({ body }))).structured,
        );
        expectSound(
          (await readItem(odtReader, odt.makeOdt({ text }))).structured,
        );
      },
    ),
    { numRuns: 200 },
  );
});

test("bytes changed anywhere give a text or a refusal, never an exception", async () => {
  const bytes = docx.makeDocx({
    body: docx.p("some text") + docx.p("more", "Heading1"),
    styles: docx.style("Heading1", "heading 1"),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })),
        { minLength: 1, maxLength: 8 },
      ),
      async (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        for (const reader of [docxReader, odtReader])
          await reader.read(changed, {}, { progress: () => undefined });
      },
    ),
    { numRuns: 200 },
  );
});

function expected(texts: readonly (readonly string[])[]): string {
  return texts
    .map((runs) => folded(runs.join("")))
    .filter((text) => text.trim() !== "")
    .join("\n\n");
}

function expectSound({ text, blocks }: StructuredText): void {
  let end = 0;
  blocks.forEach((block, index) => {
    expect(block.start).toBe(index === 0 ? 0 : end + 2);
    end = block.end;
    for (const mark of block.marks) {
      expect(mark.start).toBeLessThan(mark.end);
      expect(mark.start).toBeGreaterThanOrEqual(block.start);
      expect(mark.end).toBeLessThanOrEqual(block.end);
    }
  });
  expect(end).toBe(text.length);
}
