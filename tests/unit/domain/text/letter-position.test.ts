import { anchor, describe } from "#domain/text/anchor";
import {
  anchorByLetters,
  describeByLetters,
} from "#domain/text/letter-position";
import {
  letterSumsOf,
  offsetOfLetter,
  sumAt,
  sumBetween,
} from "#domain/text/letter-sums";
import { lettersOf } from "#domain/text/skeleton";
import fc from "fast-check";
import { expect, test } from "vitest";

const words = fc.constantFrom(
  "Der",
  "ﬁnal",
  "Act",
  "été",
  "1975",
  "😀",
  "𝐀bc",
  "—",
  ". ",
  "\n\n",
  " ",
  "ß",
);
const texts = fc
  .tuple(
    fc.array(words, { minLength: 1, maxLength: 30 }),
    fc.integer({ min: 1, max: 900 }),
  )
  .map(([chosen, times]) => chosen.join("").repeat(times));

test("a sum at any place of any text is that of the letters before it, and between two places that of the letters between", () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      const characters = [...text.slice(0, 20_000)];
      const kept = characters.join("");
      const [from, to] = [a, b]
        .map(
          (each) =>
            characters.slice(0, each % (characters.length + 1)).join("").length,
        )
        .sort((x, y) => x - y) as [number, number];
      const sums = letterSumsOf(kept);
      expect(sumAt(sums, from)).toEqual(letterSumsOf(kept.slice(0, from)).all);
      expect(sumBetween(sumAt(sums, from), sumAt(sums, to))).toEqual(
        letterSumsOf(kept.slice(from, to)).all,
      );
      expect(sumAt(sums, to).letters).toBe(lettersOf(kept.slice(0, to)).length);
    }),
    { numRuns: 60 },
  );
});

test("a letter is found where its character begins", () => {
  const sums = letterSumsOf(`${"– ".repeat(4_000)}aﬁ 𝐀b`);
  expect([0, 1, 2, 3, 4, 5, -1].map((at) => offsetOfLetter(sums, at))).toEqual([
    8_000,
    8_001,
    8_001,
    8_003,
    8_005,
    undefined,
    undefined,
  ]);
});

const PARAGRAPH =
  "It is premature to speak of formal relations, said the envoy.";
const PAGE = Array.from({ length: 9 }, () => PARAGRAPH).join("\n\n");

/** The words “formal relations” of the n-th of nine equal paragraphs. */
function inParagraph(n: number): { start: number; end: number } {
  const start = n * (PARAGRAPH.length + 2) + PARAGRAPH.indexOf("formal");
  return { start, end: start + "formal relations".length };
}

test.each([0, 3, 8])(
  "of nine equal paragraphs the one that was meant, number %i, is found again when white space and punctuation changed",
  (n) => {
    const selectors = [
      ...describe(PAGE, inParagraph(n)),
      describeByLetters(letterSumsOf(PAGE), inParagraph(n)),
    ];
    const changed = PAGE.replaceAll(",", " –").replaceAll(" ", "\u00a0 ");
    const start = [...changed.matchAll(/formal/gu)][n]?.index;
    expect(anchor(changed, selectors)).toMatchObject({ state: "moved", start });
    expect(anchor(changed, selectors.slice(0, 2)).state).not.toBe("exact");
  },
);

test("letters that changed before the passage do no harm while those after it are the same, and the other way round", () => {
  const described = describeByLetters(letterSumsOf(PAGE), inParagraph(4));
  const [quote] = describe(PAGE, inParagraph(4));
  const more = `A new beginning. ${PAGE}`;
  expect(anchorByLetters(letterSumsOf(more), quote, described)).toEqual({
    start: inParagraph(4).start + 17,
    end: inParagraph(4).end + 17,
  });
  expect(
    anchorByLetters(letterSumsOf(`${PAGE} And more.`), quote, described),
  ).toEqual(inParagraph(4));
});

test("where letters changed on both sides nothing is proven", () => {
  const described = describeByLetters(letterSumsOf(PAGE), inParagraph(4));
  const [quote] = describe(PAGE, inParagraph(4));
  const sums = letterSumsOf(`More. ${PAGE} More.`);
  expect(anchorByLetters(sums, quote, described)).toBeUndefined();
});

test("a passage that was moved away is not taken for the one that stands in its place", () => {
  const text = `${"Opening words of some length stand here, and they stay as they are. ".repeat(2)}\n\nIt was agreed at once.\n\nIt was agreed at last.`;
  const start = text.indexOf("agreed");
  const range = { start, end: start + 6 };
  const [quote] = describe(text, range);
  const moved =
    text.replace(/\n\nIt was agreed at once\./u, "") +
    "\n\nIt was agreed at once.";
  expect(
    anchorByLetters(
      letterSumsOf(moved),
      quote,
      describeByLetters(letterSumsOf(text), range),
    ),
  ).toBeUndefined();
});

test.each([
  "page=7",
  "letters=1,2&before=0&after=0",
  "letters=9,3,20&before=0000000000000000&after=0000000000000000",
])("“%s” leads nowhere", (value) => {
  const [quote] = describe(PAGE, inParagraph(1));
  const selector = {
    type: "FragmentSelector",
    conformsTo: "urn:aide:letter-position",
    value,
  } as const;
  expect(anchorByLetters(letterSumsOf(PAGE), quote, selector)).toBeUndefined();
});
