import { createAnchorer, describe } from "#domain/text/anchor";
import type { TextRange } from "#domain/text/blocks";
import { parseMarkdown } from "#domain/text/parse-markdown";
import { lettersOf } from "#domain/text/skeleton";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { MUTATIONS, seeded } from "./mutate-text";

const PASSAGES_A_PAGE = 5;

/** Own briefs, and where the real pages are there, the text of those. */
function pages(): string[] {
  const briefs = "resources/corpus/nato-csto-2009/items";
  const own = readdirSync(briefs).map((name) =>
    textOf(readFileSync(join(briefs, name), "utf8").split("---\n")[2] ?? ""),
  );
  const suites = resolve(
    process.env.AIDE_SUITES ?? "../shared/suites",
    "html-readability",
  );
  if (!existsSync(suites)) {
    console.log("anchoring: real saved pages are not on this machine");
    return own;
  }
  const saved = readdirSync(suites).flatMap((name) =>
    ["expected.html"].map((file) =>
      bareText(readFileSync(join(suites, name, file), "utf8")),
    ),
  );
  return [...own, ...saved.filter((text) => text.length > 400)];
}

const textOf = (markdown: string): string => parseMarkdown(markdown).text;

/** Rough text of a page, navigation and repeated boilerplate included: harder than an article alone. */
function bareText(html: string): string {
  return html
    .replace(/<(script|style|head|svg)[^>]*>[\s\S]*?<\/\1>/giu, "")
    .replace(/<\/(p|div|li|h\d|td|section|article)>/giu, "\n\n")
    .replace(/<[^>]+>/gu, "")
    .replace(/&nbsp;/gu, " ")
    .replace(/&amp;/gu, "&")
    .replace(/[ \t]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/\n{2,}/gu, "\n\n")
    .trim();
}

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

interface Tally {
  all: number;
  exact: number;
  moved: number;
  orphan: number;
  wrong: number;
}

test("passages are found again in changed texts, and never in a wrong place", () => {
  const texts = pages();
  const table: Record<string, Tally> = {};
  for (const [level, mutate] of Object.entries(MUTATIONS)) {
    const tally: Tally = { all: 0, exact: 0, moved: 0, orphan: 0, wrong: 0 };
    texts.forEach((text, page) => {
      const random = seeded(page * 1_000 + 7);
      for (let turn = 0; turn < PASSAGES_A_PAGE; turn += 1) {
        const passage = choosePassage(text, random);
        const after = mutate(text, passage, random);
        const found = createAnchorer(after.text).anchor(
          describe(text, passage),
        );
        tally.all += 1;
        tally[found.state] += 1;
        if (
          found.state !== "orphan" &&
          overlap(found, after.passage) < 0.5 &&
          !looksUntouched(after.text, text, passage, found)
        ) {
          tally.wrong += 1;
          console.log(
            `wrong, level ${level}, page ${page}, ${passage.start} -> ${after.passage.start}, found ${found.start}: “${text.slice(passage.start, passage.end)}” became “${after.text.slice(found.start, found.end)}”`,
          );
        }
      }
    });
    table[level] = tally;
  }
  console.table(table);
  for (const [level, { all, exact, moved, orphan, wrong }] of Object.entries(
    table,
  )) {
    expect(wrong, `wrong places at level ${level}`).toBe(0);
    expect(exact + moved + orphan).toBe(all);
  }
  const share = (level: string): number => {
    const { all = 1, exact = 0, moved = 0 } = table[level] ?? {};
    return (exact + moved) / all;
  };
  expect(table["0 unchanged"]?.exact).toBe(table["0 unchanged"]?.all);
  expect(share("1 white space")).toBeGreaterThanOrEqual(0.99);
  expect(share("2 punctuation")).toBeGreaterThanOrEqual(0.99);
}, 120_000);
