import { anchorByCfi } from "#domain/cfi/anchor-by-cfi";
import { CFI_SYNTAX } from "#domain/cfi/cfi";
import { describeByCfi } from "#domain/cfi/describe-by-cfi";
import { createAnchorer } from "#domain/text/anchor";
import type { Anchor, Selector } from "#domain/text/selectors";
import { sanitise } from "#main/import/sanitise";
import { readSourcePlaces } from "#domain/cfi/read-source-places";
import { beforeAll, expect, test } from "vitest";
import { buildEpub } from "../../main/import/epub/build-epub";
import { readBook } from "../../main/import/epub/read-book";

const CHAPTER =
  "<p id='a'>The council met. The members agreed to nothing.</p>" +
  "<p id='b'>The council met. The members agreed to everything.</p>" +
  "<p id='c'>Nobody  knew why the council met.</p>";
let text = "";
let resolve: (selectors: readonly Selector[]) => Anchor;
let cfiOf: (start: number, end: number) => string;

beforeAll(async () => {
  const item = sanitise(await readBook(buildEpub([CHAPTER])));
  ({ text } = item.structured);
  const places = readSourcePlaces(item.places, text.length);
  if (!places) throw new Error("No places");
  const anchorer = createAnchorer(text);
  resolve = (selectors) => anchorByCfi(text, anchorer, places, selectors);
  cfiOf = (start, end) => describeByCfi(places, { start, end })?.value ?? "";
});

const cfi = (value: string): Selector => ({
  type: "FragmentSelector",
  conformsTo: CFI_SYNTAX,
  value,
});
const quote = (exact: string, prefix = "", suffix = ""): Selector => ({
  type: "TextQuoteSelector",
  exact,
  ...(prefix === "" ? {} : { prefix }),
  ...(suffix === "" ? {} : { suffix }),
});
const second = (words: string): { start: number; end: number } => {
  const start = text.indexOf(words, text.indexOf(words) + 1);
  return { start, end: start + words.length };
};

test("a CFI alone is followed", () => {
  const { start, end } = second("The council met");
  expect(resolve([cfi(cfiOf(start, end))])).toEqual({
    state: "exact",
    start,
    end,
  });
  expect(resolve([cfi("epubcfi(/6/2!/4/4[gone]/1:0)")])).toEqual({
    state: "orphan",
  });
  // A place without extent marks no words.
  expect(resolve([cfi("epubcfi(/6/2!/4/4/1:4)")])).toEqual({ state: "orphan" });
});

test("a quotation that stands several times is the one where the CFI leads", () => {
  const { start, end } = second("The council met");
  expect(resolve([quote("The council met")])).toEqual({ state: "orphan" });
  expect(resolve([quote("The council met"), cfi(cfiOf(start, end))])).toEqual({
    state: "exact",
    start,
    end,
  });
  // As another program reads white space.
  expect(
    resolve([quote("The\n  council met"), cfi(cfiOf(start, end))]),
  ).toEqual({ state: "moved", start, end });
});

test("a CFI of a place, or of the paragraph, says which of several is meant", () => {
  const { start, end } = second("The council met.");
  for (const value of ["/4/1:0", "/4", "/4[b]", "/4/1:30", "/4,/1:0,/1:3"])
    expect(
      resolve([quote("The council met."), cfi(`epubcfi(/6/2!/4${value})`)]),
    ).toEqual({ state: "moved", start, end });
});

test("where something else stands, the quotation decides", () => {
  const words = "Nobody knew why";
  const start = text.indexOf(words);
  const elsewhere = cfi(cfiOf(0, 15));
  expect(resolve([quote(words), elsewhere])).toMatchObject({ start });
  expect(resolve([quote("agreed to all of it"), elsewhere])).toEqual({
    state: "orphan",
  });
  expect(resolve([quote("council met"), cfi(cfiOf(20, 25))])).toMatchObject({
    state: "moved",
    start: 4,
  });
});

test("the right words in wrong surroundings are in doubt", () => {
  const { start, end } = second("The members agreed to");
  const at = cfi(cfiOf(start, end));
  const words = "The members agreed to";
  expect(resolve([quote(words, "met. ", " everything"), at])).toMatchObject({
    start,
  });
  expect(resolve([quote(words, "met. ", " anything"), at])).toMatchObject({
    start,
  });
  // What is quoted around it stands around the other one.
  expect(resolve([quote(words, "", " nothing."), at])).toMatchObject({
    start: text.indexOf(words),
  });
  expect(resolve([quote(words, "never. ", " less."), at])).toEqual({
    state: "orphan",
  });
});

test("with a position that holds, the CFI is not asked", () => {
  const { start, end } = second("The council met");
  expect(
    resolve([
      quote("The council met", "", ". The members agreed to nothing."),
      { type: "TextPositionSelector", start: 0, end: 15 },
      cfi(cfiOf(start, end)),
    ]),
  ).toEqual({ state: "exact", start: 0, end: 15 });
});

test("a CFI is known by its syntax where another program does not name it", () => {
  const { start, end } = second("The council met");
  const value = cfiOf(start, end);
  const found = { state: "exact", start, end };
  for (const conformsTo of [
    "http://www.idpf.org/epub/linking/cfi/epub-cfi.html",
    "https://idpf.org/epub/linking/cfi/epub-cfi-20140628.html",
  ])
    expect(resolve([{ type: "FragmentSelector", value, conformsTo }])).toEqual(
      found,
    );
  expect(resolve([{ type: "FragmentSelector", value }])).toEqual(found);
  expect(
    resolve([
      {
        type: "FragmentSelector",
        value,
        conformsTo: "http://tools.ietf.org/rfc/rfc3236",
      },
    ]),
  ).toEqual({ state: "orphan" });
});
