import { kindAt, LETTER, sizeAt } from "./character-kind";

/** What joins two runs of letters into one word: `U.S`, `follow-up`, `l’accord`. */
const JOINING = new Set(["’", "'", ".", "-"].map((sign) => sign.charCodeAt(0)));

/** Counts words: runs of letters and digits, with inner apostrophes, points and hyphens (`U.S`, `follow-up` are one). */
export function countWords(text: string): number {
  let words = 0;
  let at = 0;
  while (at < text.length) {
    if (kindAt(text, at) !== LETTER) {
      at += sizeAt(text, at);
      continue;
    }
    words += 1;
    at = lettersEnd(text, at);
    while (
      JOINING.has(text.charCodeAt(at)) &&
      at + 1 < text.length &&
      kindAt(text, at + 1) === LETTER
    )
      at = lettersEnd(text, at + 1);
  }
  return words;
}

function lettersEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && kindAt(text, at) === LETTER)
    at += sizeAt(text, at);
  return at;
}
