import { CONTEXT_LENGTH, createAnchorer, describe } from "#domain/text/anchor";
import type { TextRange } from "#domain/text/blocks";
import { describeByLetters } from "#domain/text/letter-position";
import { letterSumsOf } from "#domain/text/letter-sums";
import type { Anchor } from "#domain/text/selectors";
import { lettersOf } from "#domain/text/skeleton";
import { expect, test } from "vitest";
import { tunedTexts, unseenTexts } from "./anchoring-texts";
import { MUTATIONS, seeded, type Mutation } from "./mutate-text";

/** More of them, or others, when the thresholds are set or doubted. */
const PASSAGES_A_PAGE = Number(process.env.AIDE_ANCHOR_PASSAGES ?? 5);
const SEED = Number(process.env.AIDE_ANCHOR_SEED ?? 7);
/**
 * Needed of plain W3C selectors where white space or punctuation changed, of the passages that letters and context tell
 * from all others: twins are rather given up than guessed. Pages nobody tuned for fall short of 0.99: many are samples
 * that repeat one paragraph with another number. With our own letter position beside them everything has to be found.
 */
const FOUND = { tuned: 0.98, unseen: 0.97 };

/** A passage inside one paragraph, from a word to several sentences. */
function choosePassage(text: string, random: () => number): TextRange {
  for (;;) {
    const start = Math.floor(random() * text.length);
    const length = Math.ceil(6 + random() ** 2 * 400);
    const paragraphEnd = text.indexOf("\n\n", start);
    const end = Math.min(
      start + length,
      paragraphEnd === -1 ? text.length : paragraphEnd,
    );
    if (lettersOf(text.slice(start, end)).length >= 4) return { start, end };
  }
}

/** How much two ranges share, as a part of both together. */
function overlap(a: TextRange, b: TextRange): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const all = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  return Math.max(0, shared) / Math.max(1, all);
}

/**
 * Where a page repeats a paragraph, one copy may come to stand exactly where another stood, with the same words around:
 * no reader could tell. Such a place is as described, letter for letter.
 */
function looksUntouched(
  after: string,
  before: string,
  passage: TextRange,
  found: TextRange,
): boolean {
  const around = (text: string): string =>
    text.slice(Math.max(0, passage.start - 32), passage.end + 32);
  return found.start === passage.start && around(after) === around(before);
}

/** Two ranges that share all their letters are one place, however many signs lie at their edges. */
function isSameLetters(text: string, a: TextRange, b: TextRange): boolean {
  const before = (each: TextRange): string =>
    lettersOf(text.slice(0, each.start));
  const inside = (each: TextRange): string =>
    lettersOf(text.slice(each.start, each.end));
  return before(a) === before(b) && inside(a) === inside(b);
}

/** The letters of a passage stand elsewhere on the page too, with the same letters before and after them. */
function hasTwin(text: string, { start, end }: TextRange): boolean {
  const around = lettersOf(
    text.slice(Math.max(0, start - CONTEXT_LENGTH), end + CONTEXT_LENGTH),
  );
  const letters = lettersOf(text);
  return letters.indexOf(around) !== letters.lastIndexOf(around);
}

interface Tally {
  all: number;
  /** Of all: those that nothing but their position tells from another place of the page ... */
  twins: number;
  /** ... and the orphans among them. */
  orphanTwins: number;
  exact: number;
  moved: number;
  orphan: number;
  wrong: number;
  /** With the position of its letters beside the W3C selectors: found in the right place, and in a wrong one. */
  ownFound: number;
  ownWrong: number;
}

const noTally = (): Tally => ({
  all: 0,
  twins: 0,
  orphanTwins: 0,
  exact: 0,
  moved: 0,
  orphan: 0,
  wrong: 0,
  ownFound: 0,
  ownWrong: 0,
});

/** Passages of one page under one mutation; a wrong place is told with its words. */
function tallyOf(
  { name, text }: { readonly name: string; readonly text: string },
  seed: number,
  mutate: Mutation,
): Tally {
  const tally: Tally = noTally();
  const random = seeded(seed);
  const sums = letterSumsOf(text);
  for (let turn = 0; turn < PASSAGES_A_PAGE; turn += 1) {
    const passage = choosePassage(text, random);
    const after = mutate(text, passage, random);
    const anchorer = createAnchorer(after.text);
    const plain = describe(text, passage);
    const found = anchorer.anchor(plain);
    const own = anchorer.anchor([...plain, describeByLetters(sums, passage)]);
    tally.all += 1;
    tally[found.state] += 1;
    if (hasTwin(text, passage)) {
      tally.twins += 1;
      if (found.state === "orphan") tally.orphanTwins += 1;
    }
    if (isWrong(found)) tally.wrong += 1;
    if (isWrong(own)) tally.ownWrong += 1;
    else if (own.state !== "orphan") tally.ownFound += 1;

    function isWrong(place: Anchor): boolean {
      if (
        place.state === "orphan" ||
        overlap(place, after.passage) >= 0.5 ||
        isSameLetters(after.text, place, after.passage) ||
        looksUntouched(after.text, text, passage, place)
      )
        return false;
      console.log(
        `wrong: ${name}, seed ${seed}, ${passage.start} -> ${after.passage.start}, found ${place.start}: “${text.slice(passage.start, passage.end)}” became “${after.text.slice(place.start, place.end)}”`,
      );
      return true;
    }
  }
  return tally;
}

test("passages are found again in changed texts, and never in a wrong place", async () => {
  const texts = [...tunedTexts(), ...(await unseenTexts())];
  const table: Record<string, Tally> = {};
  for (const [level, mutate] of Object.entries(MUTATIONS))
    for (const [kind, isTuned] of [
      ["tuned", true],
      ["unseen", false],
    ] as const) {
      const sum: Tally = noTally();
      texts.forEach((each, page) => {
        if (each.isTuned !== isTuned) return;
        const tally = tallyOf(
          { ...each, name: `${level}, ${each.name}` },
          page * 1_000 + SEED,
          mutate,
        );
        for (const key of Object.keys(sum) as (keyof Tally)[])
          sum[key] += tally[key];
      });
      if (sum.all > 0) table[`${level}, ${kind}`] = sum;
    }
  console.log(
    `anchoring: ${texts.length} pages, ${texts.filter(({ isTuned }) => !isTuned).length} of them unseen, ${PASSAGES_A_PAGE} passages each, seed ${SEED}`,
  );
  console.table(table);
  for (const [row, tally] of Object.entries(table)) {
    const found = tally.exact + tally.moved;
    expect(tally.wrong, `wrong places, ${row}`).toBe(0);
    expect(tally.ownWrong, `wrong places, own, ${row}`).toBe(0);
    expect(found + tally.orphan).toBe(tally.all);
    if (row.startsWith("0")) expect(tally.exact).toBe(tally.all);
    const told = tally.all - tally.twins;
    const foundTold = told - (tally.orphan - tally.orphanTwins);
    if (/^[012]/u.test(row)) expect(tally.ownFound, row).toBe(tally.all);
    if (/^[12]/u.test(row))
      expect(foundTold / told, `found, ${row}`).toBeGreaterThanOrEqual(
        row.endsWith("tuned") ? FOUND.tuned : FOUND.unseen,
      );
  }
}, 300_000);
