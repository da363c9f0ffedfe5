import type { TextRange } from "./blocks";

/**
 * The letters and digits of a text, folded (NFKC, lower case, without diacritics), with the way back to the text. Two
 * texts that differ only in white space, punctuation, quotation marks, dashes, ligatures or case have the same letters.
 */
export interface Skeleton {
  readonly letters: string;
  /** For each unit of `letters`: where its character begins in the text. */
  readonly starts: Uint32Array;
  /** For each unit of `letters`: where its character ends in the text. */
  readonly ends: Uint32Array;
}

const LETTER = /[\p{L}\p{N}]/u;
const folded = new Map<number, string>();

/** Folds a whole text; linear in its length. */
export function skeletonOf(text: string): Skeleton {
  const pieces: string[] = [];
  let [starts, ends] = [
    new Uint32Array(text.length + 16),
    new Uint32Array(text.length + 16),
  ];
  let length = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const next = at + (code > 0xffff ? 2 : 1);
    const letters = foldCharacter(code);
    if (letters !== "") {
      pieces.push(letters);
      if (length + letters.length > starts.length) {
        starts = grown(starts);
        ends = grown(ends);
      }
      for (let unit = 0; unit < letters.length; unit += 1) {
        starts[length] = at;
        ends[length] = next;
        length += 1;
      }
    }
    at = next;
  }
  return {
    letters: pieces.join(""),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
}

/** The letters alone, for quotations and their context. */
export function lettersOf(text: string): string {
  let letters = "";
  for (const character of text)
    letters += foldCharacter(character.codePointAt(0) ?? 0);
  return letters;
}

/** The stretch of the text that letters `from` to `to` (exclusive, not empty) were made of. */
export function rangeOfLetters(
  { starts, ends }: Skeleton,
  from: number,
  to: number,
): TextRange {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}

/** Index of the first letter that begins at or after an offset of the text. */
export function letterAt({ starts }: Skeleton, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The letters and digits that a character stands for, folded; none for white space and signs. */
export function foldCharacter(code: number): string {
  // Plain letters and digits, most of any Latin text, without a look-up.
  if (code >= 0x61 && code <= 0x7a) return String.fromCharCode(code);
  if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 32);
  if (code >= 0x30 && code <= 0x39) return String.fromCharCode(code);
  if (code < 0x80) return "";
  const known = folded.get(code);
  if (known !== undefined) return known;
  const decomposed = String.fromCodePoint(code).normalize("NFKD").toLowerCase();
  let letters = "";
  for (const part of decomposed) if (LETTER.test(part)) letters += part;
  folded.set(code, letters);
  return letters;
}

function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2 + 64);
  larger.set(numbers);
  return larger;
}
