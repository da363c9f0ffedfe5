import { foldCharacter } from "./skeleton";

/** The letters before a place of a text: how many, and two remainders made of all of them (see `fold`). */
export interface LetterSum {
  readonly letters: number;
  readonly first: number;
  readonly second: number;
}

/** A text with the sums at every so many of its units, so that a sum anywhere in it takes one step to find. */
export interface LetterSums {
  readonly text: string;
  readonly steps: readonly LetterSum[];
  readonly all: LetterSum;
}

/** Units of the text from one kept sum to the next. */
const STEP = 4096;
/** The largest prime below 2^31, and two factors small enough that all products are whole numbers in a double. */
const PRIME = 2_147_483_647;
const FIRST_FACTOR = 1_048_583;
const SECOND_FACTOR = 3_145_739;
const NO_LETTERS: LetterSum = { letters: 0, first: 0, second: 0 };

/** Sums up the letters of a text once; linear in its length. */
export function letterSumsOf(text: string): LetterSums {
  const steps: LetterSum[] = [];
  let sum = NO_LETTERS;
  for (let at = 0; at < text.length; at += STEP) {
    steps.push(sum);
    sum = summedUp(sum, text, at, Math.min(at + STEP, text.length));
  }
  return { text, steps, all: sum };
}

/** The sum of the letters before an offset of the text. */
export function sumAt(
  { text, steps, all }: LetterSums,
  offset: number,
): LetterSum {
  if (offset >= text.length) return all;
  const step = Math.floor(offset / STEP);
  return summedUp(steps[step] ?? NO_LETTERS, text, step * STEP, offset);
}

/** The sum of the letters from one place to a later one, as if they were a text of their own. */
export function sumBetween(from: LetterSum, to: LetterSum): LetterSum {
  const letters = to.letters - from.letters;
  return {
    letters,
    first: without(from.first, to.first, FIRST_FACTOR, letters),
    second: without(from.second, to.second, SECOND_FACTOR, letters),
  };
}

/** Where the character with the `index`th letter begins; `undefined` behind the last letter. */
export function offsetOfLetter(
  { text, steps, all }: LetterSums,
  index: number,
): number | undefined {
  if (index < 0 || index >= all.letters) return undefined;
  const step = steps.findLastIndex(({ letters }) => letters <= index);
  let letters = steps[step]?.letters ?? 0;
  for (let at = firstOf(text, step * STEP); at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    letters += foldCharacter(code).length;
    if (letters > index) return at;
    at += code > 0xffff ? 2 : 1;
  }
  return undefined;
}

/** Takes in the letters of the characters that begin from `from` to `to` (exclusive). */
function summedUp(
  sum: LetterSum,
  text: string,
  from: number,
  to: number,
): LetterSum {
  let { letters, first, second } = sum;
  for (let at = firstOf(text, from); at < to;) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      at += 1;
      const letter = plainLetter(code);
      if (letter === 0) continue;
      first = (first * FIRST_FACTOR + letter) % PRIME;
      second = (second * SECOND_FACTOR + letter) % PRIME;
      letters += 1;
      continue;
    }
    const character = text.codePointAt(at) ?? 0;
    const folded = foldCharacter(character);
    for (let unit = 0; unit < folded.length; unit += 1) {
      const value = folded.charCodeAt(unit);
      first = (first * FIRST_FACTOR + value) % PRIME;
      second = (second * SECOND_FACTOR + value) % PRIME;
    }
    letters += folded.length;
    at += character > 0xffff ? 2 : 1;
  }
  return { letters, first, second };
}

/** What `foldCharacter` makes of an ASCII sign, without a string for each: most of most texts. 0 for no letter. */
function plainLetter(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code;
  if (code >= 0x41 && code <= 0x5a) return code + 32;
  return code >= 0x30 && code <= 0x39 ? code : 0;
}

/** A character of two units belongs to the step in which it begins. */
function firstOf(text: string, at: number): number {
  const isSecondHalf = at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return isSecondHalf ? at + 1 : at;
}

/** Takes the letters before a stretch out of a remainder: the Rabin-Karp fingerprint of the stretch alone. */
function without(
  before: number,
  whole: number,
  factor: number,
  letters: number,
): number {
  const moved = times(before, power(factor, letters));
  return (whole - moved + PRIME) % PRIME;
}

function power(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}

/** A product of two remainders, in two halves, since the whole of it would not fit into a double. */
function times(a: number, b: number): number {
  const [high, low] = [Math.floor(b / 65_536), b % 65_536];
  return (((a * high) % PRIME) * 65_536 + a * low) % PRIME;
}
