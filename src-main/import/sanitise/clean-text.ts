/** More letters than a shelf of books; strings of twice that are near the engine's limit. */
export const MOST_LETTERS = 64 * 1024 * 1024;

/* eslint-disable no-control-regex -- these are what is looked for */
const LONE_SURROGATE = /\p{Cs}/gu;
const CONTROLS = /[\x01-\x08\x0B-\x1F\x7F-\x9F]/gu;
const NONCHARACTERS = /[\0\uFFFE\uFFFF]/gu;
const BIDI = /[\u202A-\u202E\u2066-\u2069]/gu;
/* eslint-enable no-control-regex */

/**
 * Replaces letters that are none, one unit by one unit, so that offsets stay true: NUL, noncharacters and halves of
 * pairs become U+FFFD, other controls but tab and line feed a space. Overrides of direction, which can make a text read
 * backwards, become embeddings, which cannot.
 */
export function cleanText(text: unknown): string {
  if (typeof text !== "string") return "";
  return wellFormed(text.slice(0, MOST_LETTERS))
    .replace(NONCHARACTERS, "\uFFFD")
    .replace(/[\u2028\u2029]/gu, "\n")
    .replace(CONTROLS, " ")
    .replace(/\u202D/gu, "\u202A")
    .replace(/\u202E/gu, "\u202B");
}

/** A text of one line, without controls and signs of direction, of at most `most` units; `undefined` for none. */
export function cleanLine(text: unknown, most: number): string | undefined {
  if (typeof text !== "string") return undefined;
  const line = wellFormed(text.slice(0, most * 4))
    .replace(BIDI, "")
    .replace(NONCHARACTERS, "\uFFFD")
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
  const short = wellFormed(line.slice(0, most), "").trim();
  return short === "" ? undefined : short;
}

function wellFormed(text: string, instead = "\uFFFD"): string {
  return text.replace(LONE_SURROGATE, instead);
}

/** An offset that stands between the halves of a pair moves before it. */
export function beforePair(text: string, offset: number): number {
  const isInside =
    isHalf(text, offset, 0xdc00) && isHalf(text, offset - 1, 0xd800);
  return isInside ? offset - 1 : offset;
}

function isHalf(text: string, offset: number, from: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit >= from && unit < from + 0x400;
}
