import { odtReader } from "#main/import/odt/odt-reader";
import { expect, test } from "vitest";
import { blocksOf, marksOf, readItem } from "../office/read-office";
import { look, makeOdt, p, paragraphStyle, type OdtSource } from "./make-odt";

const read = async (source: OdtSource) => readItem(odtReader, makeOdt(source));

const span = (style: string, inner: string): string =>
  `<text:span text:style-name="${style}">${inner}</text:span>`;

test("marks come from the styles of letters, inner ones over outer ones", async () => {
  const { structured } = await read({
    automatic:
      look("T1", 'fo:font-weight="bold"') +
      look("T2", 'fo:font-style="italic"') +
      look("T3", 'fo:font-weight="normal"') +
      look("T4", 'style:text-position="super 58%"') +
      look("T5", 'style:text-position="-33% 58%"') +
      look("T6", 'style:text-line-through-style="solid"') +
      look("T7", 'style:text-underline-style="solid"') +
      look("T8", 'fo:font-variant="small-caps"'),
    styles: look("Source_20_Text", ""),
    text: p(
      `a ${span("T1", `bold ${span("T2", "both")} ${span("T3", "plain")}`)} x${span("T4", "2")} y${span("T5", "i")} ${span("T6", "gone")} ${span("T7", "line")} ${span("T8", "Caps")} ${span("Source_20_Text", "f()")}`,
    ),
  });
  expect(structured.text).toBe("a bold both plain x2 yi gone line Caps f()");
  expect(marksOf(structured)).toEqual([
    ["strong", "bold both"],
    ["emphasis", "both"],
    ["superscript", "2"],
    ["subscript", "i"],
    ["strikethrough", "gone"],
    ["underline", "line"],
    ["small-caps", "Caps"],
    ["code", "f()"],
  ]);
});

test("what was set on one paragraph marks it, what its named style says does not", async () => {
  const { structured } = await read({
    automatic: paragraphStyle(
      "P1",
      '<style:text-properties fo:font-weight="bold"/>',
      "Quotations",
    ),
    styles: paragraphStyle(
      "Quotations",
      '<style:text-properties fo:font-style="italic"/>',
    ),
    text: p("said", "P1"),
  });
  expect(blocksOf(structured)).toEqual([["quotation", "said"]]);
  expect(marksOf(structured)).toEqual([["strong", "said"]]);
});

test("spaces, tabs and breaks are read as they are meant", async () => {
  const { structured } = await read({
    text:
      p(
        '  a\n   b<text:s text:c="3"/>c<text:tab/>d&#xAD;e<text:line-break/>f <text:soft-page-break/>g',
      ) +
      p(
        'if<text:s/> x<text:line-break/><text:s text:c="2"/>y',
        "Preformatted_20_Text",
      ) +
      p("z", "Preformatted_20_Text"),
  });
  expect(blocksOf(structured)).toEqual([
    ["paragraph", "a b c de\nf g"],
    ["code", "if  x\n  y\nz"],
  ]);
});

test("links lead to addresses, bookmarks and headings; others lose their mark", async () => {
  const link = (address: string, text: string): string =>
    `<text:a xlink:href="${address}">${text}</text:a>`;
  const { structured } = await read({
    text:
      p(
        `${link("https://example.org/", "web")} ${link("#mark", "mark")} ${link("#1.2.The%20Scope|outline", "scope")} ${link("../file.odt", "file")} ${link("javascript:x", "bad")}`,
      ) +
      '<text:h text:outline-level="2">The <text:span>Scope</text:span></text:h>' +
      p(
        'Text <text:bookmark-start text:name="mark"/>here<text:bookmark-end text:name="mark"/>',
      ),
  });
  expect(marksOf(structured)).toEqual([
    ["link", "web", "https://example.org/"],
    ["link", "mark", `#${structured.text.indexOf("here")}`],
    ["link", "scope", `#${structured.text.indexOf("The Scope")}`],
  ]);
});

test("notes stand at the end under the marks the text shows, footnotes first", async () => {
  const note = (kind: string, mark: string, body: string): string =>
    `<text:note text:id="n${mark}" text:note-class="${kind}"><text:note-citation>${mark}</text:note-citation><text:note-body>${body}</text:note-body></text:note>`;
  const { structured } = await read({
    text: p(
      `One${note("endnote", "i", p("end"))} two${note("footnote", "1", p("first") + p("more"))} three${note("footnote", "1", p("second"))}`,
    ),
  });
  expect(structured.text).toBe(
    "Onei two1 three1\n\nfirst\n\nmore\n\nsecond\n\nend",
  );
  expect(structured.blocks.map(({ kind, label }) => [kind, label])).toEqual([
    ["paragraph", undefined],
    ["footnote", "1"],
    ["footnote", "1"],
    ["footnote", "1 (2)"],
    ["footnote", "i"],
  ]);
  expect(marksOf(structured)).toEqual([
    ["footnote-reference", "i", "i"],
    ["footnote-reference", "1", "1"],
    ["footnote-reference", "1", "1 (2)"],
  ]);
});

test("deletions, comments and hidden text are left out and told, insertions and fields are kept", async () => {
  const { structured, warnings } = await read({
    automatic: look("T1", 'text:display="none"'),
    text:
      `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>${p("gone")}</text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>` +
      p(
        `a<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>b<text:change-end text:change-id="c2"/><office:annotation>${p("note")}</office:annotation>c${span("T1", "hidden")}<text:date>2009</text:date><text:placeholder>hint</text:placeholder>`,
      ) +
      `<text:section text:display="none">${p("away")}</text:section><text:section>${p("in")}</text:section>`,
  });
  expect(structured.text).toBe("abc2009\n\nin");
  expect(warnings.map(({ code }) => code)).toEqual([
    "deletion-left-out",
    "comment-left-out",
    "hidden-text-left-out",
  ]);
});

test("directions and languages are told where they differ", async () => {
  const { structured } = await read({
    automatic:
      paragraphStyle(
        "P1",
        '<style:paragraph-properties style:writing-mode="rl-tb"/>',
      ) +
      look("T1", 'fo:language="fr" fo:country="FR"') +
      look("T2", 'style:language-complex="he" style:country-complex="IL"'),
    styles:
      '<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB" style:language-complex="none"/></style:default-style>',
    text:
      p("The treaty was signed in the capital.") +
      p(span("T1", "Le traité")) +
      p(span("T2", "שלום"), "P1"),
  });
  expect(structured.language).toBe("en-GB");
  expect(
    structured.blocks.map(({ direction, language }) => [direction, language]),
  ).toEqual([
    [undefined, undefined],
    [undefined, "fr-FR"],
    ["rtl", "he-IL"],
  ]);
});
