import { wordsOf, type Word } from "../search/words";
import type { TextRange } from "./blocks";

/** A passage that has many of the words sought; `share` of them, from 0 to 1. */
export interface FoundPlace extends TextRange {
  readonly share: number;
}

/** Below half of the words a passage is another one. */
const LEAST_SHARE = 0.5;
const MOST_PLACES = 5;
/** Blocks with none of the longest words are not looked at more closely. */
const LONGEST_WORDS = 4;
/** A passage that was rewritten may have half as many words more. */
const ROOM = 1.5;

/**
 * Where the words of a quotation stand together, in whatever order: help for a person who looks for a passage that was
 * rewritten, never a reason to attach anything without asking. Each block is searched with a window of half as many words
 * more than the quotation has; the best window of a block counts. Best first.
 */
export function findByWords(
  text: string,
  blocks: readonly TextRange[],
  quote: string,
): FoundPlace[] {
  const sought = wordsOf(quote).map(({ folded }) => folded);
  if (sought.length === 0) return [];
  const rare = [...new Set(sought)]
    .sort((a, b) => b.length - a.length)
    .slice(0, LONGEST_WORDS);
  return blocks
    .flatMap(({ start, end }) => {
      const words = wordsOf(text.slice(start, end));
      const here = new Set(words.map(({ folded }) => folded));
      if (!rare.some((word) => here.has(word))) return [];
      const best = bestWindow(words, sought);
      return best && best.share >= LEAST_SHARE
        ? [{ ...best, start: start + best.start, end: start + best.end }]
        : [];
    })
    .sort((a, b) => b.share - a.share || a.start - b.start)
    .slice(0, MOST_PLACES);
}

/** The window of words with the most of those sought, cut to begin and end with one of them. */
function bestWindow(
  words: readonly Word[],
  sought: readonly string[],
): FoundPlace | undefined {
  const wanted = countsOf(sought);
  const width = Math.ceil(sought.length * ROOM);
  const inWindow = new Map<string, number>();
  let hits = 0;
  let best: { hits: number; from: number; to: number } | undefined;
  words.forEach(({ folded }, to) => {
    const limit = wanted.get(folded) ?? 0;
    const count = (inWindow.get(folded) ?? 0) + 1;
    inWindow.set(folded, count);
    if (count <= limit) hits += 1;
    const from = to - width + 1;
    if (hits > (best?.hits ?? 0)) best = { hits, from: Math.max(0, from), to };
    const leaving = words[from]?.folded;
    if (leaving === undefined) return;
    const left = inWindow.get(leaving) ?? 0;
    inWindow.set(leaving, left - 1);
    if (left <= (wanted.get(leaving) ?? 0)) hits -= 1;
  });
  if (!best) return undefined;
  const window = words
    .slice(best.from, best.to + 1)
    .filter(({ folded }) => wanted.has(folded));
  const [first, last] = [window[0], window.at(-1)];
  if (!first || !last) return undefined;
  return {
    start: first.start,
    end: last.end,
    share: best.hits / sought.length,
  };
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
