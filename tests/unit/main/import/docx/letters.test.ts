import { docxReader } from "#main/import/docx/docx-reader";
import { expect, test } from "vitest";
import { blocksOf, marksOf, readItem } from "../office/read-office";
import { makeDocx, p, r, style } from "./make-docx";

const read = async (body: string, styles = "") =>
  readItem(docxReader, makeDocx({ body, styles }));

test("marks lie over letters of one look, however many runs they came in", async () => {
  const { structured } = await read(
    `<w:p>${r("a ")}${r("bo", "<w:b/>")}${r("ld ", "<w:b/>")}${r("it", "<w:b/><w:i/>")}${r(" x", "<w:i w:val='0'/>")}${r("2", '<w:vertAlign w:val="superscript"/>')}${r("s", "<w:strike/>")}${r("u", '<w:u w:val="single"/>')}${r("C", "<w:smallCaps/>")}</w:p>`,
  );
  expect(structured.text).toBe("a bold it x2suC");
  expect(marksOf(structured)).toEqual([
    ["strong", "bold it"],
    ["emphasis", "it"],
    ["superscript", "2"],
    ["strikethrough", "s"],
    ["underline", "u"],
    ["small-caps", "C"],
  ]);
});

test("character styles mark letters, paragraph styles do not, and a run may take back what its style says", async () => {
  const { structured } = await read(
    `<w:p><w:pPr><w:pStyle w:val="Big"/></w:pPr>${r("one ", '<w:rStyle w:val="Loud"/>')}${r("two ", '<w:rStyle w:val="Loud"/><w:b w:val="false"/>')}${r("f()", '<w:rStyle w:val="VerbatimChar"/>')}</w:p>`,
    style("Big", "Big", "<w:rPr><w:b/></w:rPr>") +
      style("Base", "Base", "<w:rPr><w:b/></w:rPr>", "character") +
      style("Loud", "Loud", '<w:basedOn w:val="Base"/>', "character") +
      style("VerbatimChar", "Verbatim Char", "", "character"),
  );
  expect(marksOf(structured)).toEqual([
    ["strong", "one"],
    ["code", "f()"],
  ]);
});

test("tabs are spaces, soft hyphens go, fixed ones and fixed spaces stay, breaks of lines are kept", async () => {
  const { structured } = await read(
    `<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b&#xAD;c</w:t><w:softHyphen/><w:t>d</w:t><w:noBreakHyphen/><w:t>e&#xA0;f</w:t><w:br/><w:t>g</w:t><w:br w:type="page"/><w:t>h</w:t><w:cr/><w:t>i</w:t></w:r></w:p>`,
  );
  expect(structured.text).toBe("a bcd\u2011e\u00a0f\ng h\ni");
});

test("signs of symbol fonts become the letters they show", async () => {
  const { structured } = await read(
    `<w:p><w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>${r("\uf0b3", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')}<w:r><w:sym w:font="Times" w:char="00E9"/><w:sym w:char="D800"/><w:sym w:char="zz"/></w:r></w:p>`,
  );
  expect(structured.text).toBe("α✓→≥é");
});

test("hidden text, deletions, comments and field codes are left out, insertions and results are kept", async () => {
  const { structured, warnings } = await read(
    `<w:p>${r("a")}${r("hidden", "<w:vanish/>")}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>${r("b")}</w:ins><w:moveFrom>${r("moved")}</w:moveFrom><w:r><w:commentReference w:id="1"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "yyyy" </w:instrText></w:r>${r("code")}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("c")}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r("d")}</w:p>`,
  );
  expect(structured.text).toBe("abcd");
  expect(warnings.map(({ code }) => code).sort()).toEqual(
    [
      "comment-left-out",
      "deletion-left-out",
      "deletion-left-out",
      "hidden-text-left-out",
    ].filter((code, index, all) => all.indexOf(code) === index),
  );
});

test("a field that never ends hides nothing", async () => {
  const { structured } = await read(
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${r("a")}</w:p>${p("b")}`,
  );
  expect(structured.text).toBe("a\n\nb");
});

test("a paragraph whose mark was deleted goes on in the next one", async () => {
  const { structured } = await read(
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r("one ")}</w:p>${p("two")}<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>${r("T")}</w:p>${p("hree")}`,
  );
  expect(blocksOf(structured)).toEqual([
    ["paragraph", "one two"],
    ["paragraph", "Three"],
  ]);
});

test("formulas are written in one line under a mark", async () => {
  const { structured } = await read(
    `<w:p>${r("Let ")}<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>=</m:t></m:r><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f><m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e><m:r><m:t>y</m:t></m:r></m:e></m:rad><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub><m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:r><m:t>i</m:t></m:r></m:e></m:nary></m:oMath></w:p>`,
  );
  expect(structured.text).toBe("Let x^2=(a+b)/c√(y)∑_(i=1)^n i");
  expect(marksOf(structured)).toEqual([
    ["formula", "x^2=(a+b)/c√(y)∑_(i=1)^n i"],
  ]);
});

test("paragraphs written from the right say so, and languages are told where they differ", async () => {
  const { structured } = await read(
    `<w:p>${r("The treaty of friendship was signed in the capital.", '<w:lang w:val="en-GB"/>')}</w:p><w:p><w:pPr><w:bidi/></w:pPr>${r("السلام عليكم", '<w:rtl/><w:lang w:bidi="ar-SA"/>')}</w:p><w:p>${r("Der Vertrag", '<w:lang w:val="de-DE"/>')}</w:p><w:p>${r("条約", '<w:lang w:val="en-US" w:eastAsia="ja-JP"/>')}</w:p><w:p>${r("Договор", '<w:lang w:val="fr-FR"/>')}</w:p>`,
  );
  expect(structured.language).toBe("en-GB");
  expect(
    structured.blocks.map(({ direction, language }) => [direction, language]),
  ).toEqual([
    [undefined, undefined],
    ["rtl", "ar-SA"],
    [undefined, "de-DE"],
    [undefined, "ja-JP"],
    // A language in another script was left there by the program, not chosen.
    [undefined, undefined],
  ]);
});

test("content controls give what was filled in, not their hints", async () => {
  const { structured } = await read(
    `<w:sdt><w:sdtPr/><w:sdtContent>${p("whole")}</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r("Click here")}</w:sdtContent></w:sdt><w:sdt><w:sdtContent>${r("inner")}</w:sdtContent></w:sdt><w:smartTag>${r(" tag")}</w:smartTag></w:p>`,
  );
  expect(structured.text).toBe("whole\n\ninner tag");
});
