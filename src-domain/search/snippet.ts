import type { TextRange } from "../text/blocks";
import type { Snippet } from "./hit";
import type { Word } from "./words";

const WORDS_BEFORE = 8;
const WORDS_SHOWN = 32;

/** Tells which term of the query a word answers: its number, or -1. */
export type MatchTerm = (folded: string) => number;

/** Every match of a stretch of text, as exact offsets into the text the words were read from. */
export function findMatches(
  words: readonly Word[],
  match: MatchTerm,
): TextRange[] {
  return words
    .filter((word) => match(word.folded) >= 0)
    .map(({ start, end }) => ({ start, end }));
}

/**
 * Cuts the part of a text that shows most of the query: the window with most distinct terms, the earliest of equals.
 * `offset` is where `text` begins in the item's canonical text.
 */
export function cutSnippet(
  text: string,
  words: readonly Word[],
  match: MatchTerm,
  offset: number,
): Snippet {
  const hits = words.flatMap((word, index) => {
    const term = match(word.folded);
    return term >= 0 ? [{ index, term }] : [];
  });
  const first = bestWindow(hits);
  const from = Math.max(0, first - WORDS_BEFORE);
  const [start, end] = [
    from === 0 ? 0 : (words[from]?.start ?? 0),
    endOf(text, words, from + WORDS_SHOWN),
  ];
  const marks = hits
    .map(({ index }) => words[index])
    .filter(
      (word): word is Word =>
        word !== undefined && word.start >= start && word.end <= end,
    )
    .map((word) => ({ start: word.start - start, end: word.end - start }));
  return { text: text.slice(start, end), marks, offset: offset + start };
}

function endOf(text: string, words: readonly Word[], index: number): number {
  const next = words[index];
  if (!next) return text.length;
  return text.slice(0, next.start).trimEnd().length;
}

function bestWindow(
  hits: readonly { readonly index: number; readonly term: number }[],
): number {
  let [best, most] = [hits[0]?.index ?? 0, 0];
  for (const { index } of hits) {
    const inside = hits.filter(
      (other) =>
        other.index >= index &&
        other.index < index + WORDS_SHOWN - WORDS_BEFORE,
    );
    const distinct = new Set(inside.map(({ term }) => term)).size;
    if (distinct > most) [best, most] = [index, distinct];
  }
  return best;
}
