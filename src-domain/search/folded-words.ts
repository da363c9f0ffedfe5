import { wordsOf } from "./words";

/** Letters that fold one by one: Latin, Greek, Cyrillic, the usual dashes and quotation marks; no apostrophes. */
const SIMPLE =
  /^[\x20-\x26\x28-\xac\xae-\u0373\u0386-\u052f\u1e00-\u1eff\u2010-\u2015\u201c-\u2026]*$/u;
const PLAIN = /^[\x20-\x26\x28-\x7e]*$/u;

/**
 * The folded words of a text (see `fold`), a space before each. The same as folding word by word, but for plain texts,
 * which nearly all titles and names are, in a fifth of the time: a hundred thousand of them are gone through at once.
 */
export function foldedWords(text: string): string {
  if (PLAIN.test(text))
    return ` ${text
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, " ")
      .trim()}`;
  if (!SIMPLE.test(text))
    return ` ${wordsOf(text)
      .map(({ folded }) => folded)
      .join(" ")}`;
  return ` ${text
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .replaceAll("ß", "ss")
    .replace(/ +/gu, " ")
    .trim()}`;
}
