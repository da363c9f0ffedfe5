import type { TextRange } from "../text/blocks";
import { wordEnd, wordStart } from "./word-borders";

/** A word of a text as it stands there. */
export interface TextWord extends TextRange {
  readonly raw: string;
}

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whatever is written in one of them has a unit in these ranges: the look for scripts costs several times as much. */
const MAY_BE_UNSPACED = /[\u0E00-\u1FFF\u2E80-\uFFFF]/;

/** Little words that are written together with the next one: l’accord, qu’il, dell’Unione. */
const ELISION =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|(?:d|n|s)?ell|(?:d|c)?all|nell|sull|dall|coll|un|gl|agl|degl|quest|quell|sant)['’](?=\p{L})/iu;
const ELIDING = new Set(["fr", "it", "ca", "oc"]);

let segmenter: Intl.Segmenter | undefined;

/**
 * The words by which a text is found, with offsets in UTF-16 units. Runs of a script without spaces are cut by
 * `Intl.Segmenter`, always with the same locale, so that a query is cut as the texts are; in French and Italian an
 * elided article is left out. `language`: BCP 47.
 */
export function textWords(text: string, language = ""): TextWord[] {
  const words: TextWord[] = [];
  visitWords(text, language, (start, end) => {
    words.push({ raw: text.slice(start, end), start, end });
  });
  return words;
}

/** As `textWords`, without an object or a text for each word: for texts that are gone through by the thousand. */
export function visitWords(
  text: string,
  language: string,
  visit: (start: number, end: number) => void,
): void {
  const isUnspaced = MAY_BE_UNSPACED.test(text) && UNSPACED.test(text);
  const elides = ELIDING.has(language.slice(0, 2).toLowerCase());
  let start = wordStart(text, 0);
  while (start < text.length) {
    const end = wordEnd(text, start);
    if (isUnspaced && UNSPACED.test(text.slice(start, end)))
      visitSegments(text.slice(start, end), start, visit);
    else if (elides) {
      const bare = dropElision(text.slice(start, end));
      visit(end - bare.length, end);
    } else visit(start, end);
    start = wordStart(text, end);
  }
}

/** Tells whether a word is written in a script without spaces, where one letter may be a whole word. */
export function isUnspaced(word: string): boolean {
  return MAY_BE_UNSPACED.test(word) && UNSPACED.test(word);
}

/** Leaves out an article that is written together with its word: l’accord is accord. */
export function dropElision(word: string): string {
  return word.replace(ELISION, "");
}

function visitSegments(
  run: string,
  offset: number,
  visit: (start: number, end: number) => void,
): void {
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  for (const { segment, index, isWordLike } of segmenter.segment(run))
    if (isWordLike) visit(offset + index, offset + index + segment.length);
}
