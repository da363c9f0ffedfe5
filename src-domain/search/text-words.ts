import type { TextRange } from "../text/blocks";
import { WORD } from "./words";

/** A word of a text as it stands there. */
export interface TextWord extends TextRange {
  readonly raw: string;
}

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

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
  const isUnspaced = UNSPACED.test(text);
  const elides = ELIDING.has(language.slice(0, 2).toLowerCase());
  const words: TextWord[] = [];
  for (const { 0: raw, index: start } of text.matchAll(WORD)) {
    const end = start + raw.length;
    if (isUnspaced && UNSPACED.test(raw)) words.push(...segments(raw, start));
    else if (elides) words.push(withoutElision({ start, end, raw }));
    else words.push({ start, end, raw });
  }
  return words;
}

/** Tells whether a word is written in a script without spaces, where one letter may be a whole word. */
export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}

/** Leaves out an article that is written together with its word: l’accord is accord. */
export function dropElision(word: string): string {
  return word.replace(ELISION, "");
}

function* segments(run: string, offset: number): Generator<TextWord> {
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  for (const { segment, index, isWordLike } of segmenter.segment(run))
    if (isWordLike)
      yield {
        start: offset + index,
        end: offset + index + segment.length,
        raw: segment,
      };
}

function withoutElision(word: TextWord): TextWord {
  const raw = dropElision(word.raw);
  return { ...word, start: word.end - raw.length, raw };
}
