import type { TextRange } from "../text/blocks";

/** A word of a text: where it stands in it, and how it is compared. */
export interface Word extends TextRange {
  readonly folded: string;
}

/** Letters and digits with their combining marks; a soft hyphen or an apostrophe inside belongs to the word. */
export const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD]*(?:['’][\p{L}\p{N}\p{M}\u00AD]+)*/gu;

/** The words of a text in order, with offsets in UTF-16 units of the text as it was given. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0]);
    if (folded !== "")
      words.push({
        start: match.index,
        end: match.index + match[0].length,
        folded,
      });
  }
  return words;
}

/** Nearly all words are: each step below would cost more than this look. */
const IS_PLAIN = /^[A-Za-z0-9]*$/u;

/** Folds a word for comparison: compatibility forms and ligatures, case, diacritics, soft hyphens, possessive ’s, other apostrophes. */
export function fold(word: string): string {
  if (IS_PLAIN.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\u00AD]/gu, "")
    .replace(/['’]s$/u, "")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("ß", "ss");
}

/** A word as stemmers take it: compatibility forms and case folded, with its diacritics; without soft hyphens and possessive ’s. */
export function plainWord(word: string): string {
  if (IS_PLAIN.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("\u00AD", "")
    .replaceAll("’", "'")
    .replace(/'s$/u, "");
}

/** What `fold` and `plainWord` make of a word, which of nearly all words is the same. */
export function wordForms(word: string): {
  readonly folded: string;
  readonly plain: string;
} {
  if (!IS_PLAIN.test(word))
    return { folded: fold(word), plain: plainWord(word) };
  const lower = word.toLowerCase();
  return { folded: lower, plain: lower };
}
