/** A letter or a digit. */
export const LETTER = 1;
/** What may stand inside a word but begins none: a combining mark, a soft hyphen. */
export const INSIDE = 2;
export const NEITHER = 3;

const IS_LETTER = /^[\p{L}\p{N}]$/u;
const IS_INSIDE = /^[\p{M}\u00AD]$/u;

/** What each UTF-16 unit is, filled as units are met; 0: not met yet. Asking the expressions for every letter of a library takes minutes. */
const kinds = new Uint8Array(0x10000);

/** What the character is that begins at a place: `LETTER`, `INSIDE` or `NEITHER`. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // Of half of a pair nothing is known: it is no character.
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  if (isHighSurrogate(unit))
    return kindOf(String.fromCodePoint(text.codePointAt(at) ?? unit));
  return (kinds[unit] = kindOf(String.fromCharCode(unit)));
}

/** How many UTF-16 units the character takes that begins at a place. */
export function sizeAt(text: string, at: number): number {
  return isHighSurrogate(text.charCodeAt(at)) &&
    (text.codePointAt(at) ?? 0) > 0xffff
    ? 2
    : 1;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function kindOf(character: string): number {
  if (IS_LETTER.test(character)) return LETTER;
  return IS_INSIDE.test(character) ? INSIDE : NEITHER;
}
