/**
 * Porter's stemmer over character codes, word for word what lunr's makes of a word (M. F. Porter, "An algorithm for suffix
 * stripping", Program 14, 1980, with lunr's treatment of y). Lunr's goes through a dozen regular expressions a word, which
 * in a process that has just begun was half of the time of indexing.
 */
export function porterStem(word: string): string {
  if (word.length < SHORTEST) return word;
  load(word);
  // An initial y is a consonant.
  if (codes[0] === Y) codes[0] = CAPITAL_Y;
  dropPlural();
  dropPast();
  if (end > 2 && codes[end - 1] === Y && !isAeiou(codes[end - 2] ?? 0)) {
    end -= 1;
    append(I);
  }
  exchange(DOUBLE_SUFFIXES);
  exchange(NOUN_SUFFIXES);
  dropSuffix();
  tidy();
  return written(word);
}

const SHORTEST = 3;
const A = codeOf("a");
const B = codeOf("b");
const D = codeOf("d");
const E = codeOf("e");
const G = codeOf("g");
const I = codeOf("i");
const L = codeOf("l");
const N = codeOf("n");
const O = codeOf("o");
const S = codeOf("s");
const T = codeOf("t");
const U = codeOf("u");
const W = codeOf("w");
const X = codeOf("x");
const Y = codeOf("y");
const Z = codeOf("z");
const CAPITAL_Y = codeOf("Y");

interface Suffix {
  readonly codes: readonly number[];
  readonly replacement: readonly number[];
}
/** By the last letter; the longest first, since the longest that fits is the one that is meant. */
type Suffixes = ReadonlyMap<number, readonly Suffix[]>;

const DOUBLE_SUFFIXES = suffixes(
  `ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ation:ate
   ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log`,
);
const NOUN_SUFFIXES = suffixes(
  "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:",
);
const LAST_SUFFIXES = suffixes(
  "al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ou: ism: ate: iti: ous: ive: ize:",
);

/** The word that is being stemmed: its first `end` places, of which the first `kept` are as they were given. */
let codes = new Uint16Array(64);
let end = 0;
let kept = 0;

function load(word: string): void {
  if (word.length >= codes.length) codes = new Uint16Array(2 * word.length);
  end = word.length;
  kept = end;
  for (let at = 0; at < end; at += 1) codes[at] = word.charCodeAt(at);
}

function suffixes(list: string): Suffixes {
  const found = new Map<number, Suffix[]>();
  for (const pair of list.split(/\s+/u)) {
    const [from = "", to = ""] = pair.split(":");
    const suffix = { codes: codesOf(from), replacement: codesOf(to) };
    const last = suffix.codes.at(-1) ?? 0;
    found.set(
      last,
      [...(found.get(last) ?? []), suffix].sort(
        (a, b) => b.codes.length - a.codes.length,
      ),
    );
  }
  return found;
}

function codesOf(text: string): number[] {
  return [...text].map(codeOf);
}

function codeOf(letter: string): number {
  return letter.charCodeAt(0);
}

/** Step 1a: caresses, ponies, cats. */
function dropPlural(): void {
  if (codes[end - 1] !== S) return;
  const isEs = codes[end - 2] === E;
  if (isEs && end > 4 && codes[end - 3] === S && codes[end - 4] === S) end -= 2;
  else if (isEs && end > 3 && codes[end - 3] === I) end -= 2;
  else if (end > 2 && codes[end - 2] !== S) end -= 1;
}

/** Step 1b: agreed, plastered, motoring. */
function dropPast(): void {
  const last = codes[end - 1];
  if (last === D && codes[end - 2] === E) {
    if (end > 3 && codes[end - 3] === E) {
      if (measure(end - 3, 1)) end -= 1;
    } else if (end > 2) dropVerbal(2);
  } else if (
    last === G &&
    end > 3 &&
    codes[end - 2] === N &&
    codes[end - 3] === I
  )
    dropVerbal(3);
}

function dropVerbal(length: number): void {
  if (!hasVowel(end - length)) return;
  end -= length;
  const last = codes[end - 1] ?? 0;
  const before = codes[end - 2] ?? 0;
  if (
    end > 1 &&
    ((last === T && before === A) ||
      (last === L && before === B) ||
      (last === Z && before === I))
  )
    append(E);
  else if (
    end > 1 &&
    last === before &&
    !isVowel(last) &&
    last !== L &&
    last !== S &&
    last !== Z
  )
    end -= 1;
  else if (isShort(end)) append(E);
}

function append(code: number): void {
  kept = Math.min(kept, end);
  codes[end] = code;
  end += 1;
}

function written(word: string): string {
  let made = word.slice(0, Math.min(kept, end));
  for (let at = made.length; at < end; at += 1)
    made += String.fromCharCode(codes[at] ?? 0);
  return made;
}

/** Steps 2 and 3: the longest suffix that fits is exchanged where something that can be spoken stands before it. */
function exchange(list: Suffixes): void {
  const suffix = longest(list);
  if (!suffix) return;
  const stem = end - suffix.codes.length;
  if (!measure(stem, 1)) return;
  end = stem;
  for (const code of suffix.replacement) append(code);
}

/** Step 4. */
function dropSuffix(): void {
  const suffix = longest(LAST_SUFFIXES);
  if (suffix) {
    const stem = end - suffix.codes.length;
    if (measure(stem, 2)) end = stem;
    return;
  }
  const before = codes[end - 4];
  if (
    end > 4 &&
    codes[end - 1] === N &&
    codes[end - 2] === O &&
    codes[end - 3] === I &&
    (before === S || before === T) &&
    measure(end - 3, 2)
  )
    end -= 3;
}

/** Step 5: a last e, and one of two l. */
function tidy(): void {
  if (end > 1 && codes[end - 1] === E) {
    const stem = end - 1;
    if (measure(stem, 2) || (isOneMeasure(stem) && !isShort(stem))) end = stem;
  }
  if (codes[end - 1] === L && codes[end - 2] === L && measure(end, 2)) end -= 1;
}

/** The longest suffix of a list that the word ends with, with at least one letter before it. */
function longest(list: Suffixes): Suffix | undefined {
  for (const suffix of list.get(codes[end - 1] ?? 0) ?? [])
    if (suffix.codes.length < end && endsWith(suffix.codes)) return suffix;
  return undefined;
}

function endsWith(suffix: readonly number[]): boolean {
  const from = end - suffix.length;
  for (let at = suffix.length - 2; at >= 0; at -= 1)
    if (codes[from + at] !== suffix[at]) return false;
  return true;
}

/** Whether the first `length` letters hold at least so many vowels with a consonant after: Porter's m >= `least`. */
function measure(length: number, least: number): boolean {
  let at = afterConsonants(0, length);
  for (let found = 0; found < least; found += 1) {
    at = afterVowels(at, length);
    if (at < 0 || at >= length) return false;
    at = afterConsonants(at, length);
  }
  return true;
}

/** Porter's m = 1. */
function isOneMeasure(length: number): boolean {
  let at = afterVowels(afterConsonants(0, length), length);
  if (at < 0 || at >= length) return false;
  at = afterConsonants(at, length);
  return at === length || afterVowels(at, length) === length;
}

/** Porter's *v*. */
function hasVowel(length: number): boolean {
  return afterConsonants(0, length) < length;
}

/** Porter's *o: a consonant, a vowel and a consonant other than w, x and y make the whole of it. */
function isShort(length: number): boolean {
  const last = codes[length - 1] ?? 0;
  return (
    length > 2 &&
    !isVowel(last) &&
    last !== W &&
    last !== X &&
    isVowel(codes[length - 2] ?? 0) &&
    !isAeiou(codes[0] ?? 0) &&
    afterConsonants(0, length) === length - 2
  );
}

/** Where a run of consonants ends that begins at a place; the same place if none does. A y is one only where it begins the run. */
function afterConsonants(from: number, length: number): number {
  if (from >= length || isAeiou(codes[from] ?? 0)) return from;
  let at = from + 1;
  while (at < length && !isVowel(codes[at] ?? 0)) at += 1;
  return at;
}

/** Where a run of vowels ends that begins at a place; -1 if none does. A y is one only where it begins the run. */
function afterVowels(from: number, length: number): number {
  if (from >= length || !isVowel(codes[from] ?? 0)) return -1;
  let at = from + 1;
  while (at < length && isAeiou(codes[at] ?? 0)) at += 1;
  return at;
}

function isVowel(code: number): boolean {
  return code === Y || isAeiou(code);
}

function isAeiou(code: number): boolean {
  return code === A || code === E || code === I || code === O || code === U;
}
