const STARTS = 1;
const CONTINUES = 2;
const NEITHER = 3;

const LETTER = /^[\p{L}\p{N}]$/u;
const INSIDE = /^[\p{M}\u00AD]$/u;

/** What each UTF-16 unit may do in a word, filled as units are met; 0: not met yet. */
const kinds = new Uint8Array(0x10000);

/** Where the next word begins; the length of the text if none does. Words are those of `WORD`, in a fraction of its time. */
export function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) !== STARTS)
    at += sizeAt(text, at);
  return at;
}

/** Where the word ends that begins at a place. */
export function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind !== NEITHER) at += sizeAt(text, at);
    // An apostrophe belongs to the word that goes on behind it.
    else if (
      isApostrophe(text, at) &&
      at + 1 < text.length &&
      kindAt(text, at + 1) !== NEITHER
    )
      at += 1;
    else break;
  }
  return at;
}

function isApostrophe(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x27 || unit === 0x2019;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isHighSurrogate(unit))
    return kindOf(String.fromCodePoint(text.codePointAt(at) ?? unit));
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  return (kinds[unit] = kindOf(String.fromCharCode(unit)));
}

function sizeAt(text: string, at: number): number {
  return isHighSurrogate(text.charCodeAt(at)) &&
    (text.codePointAt(at) ?? 0) > 0xffff
    ? 2
    : 1;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function kindOf(character: string): number {
  if (LETTER.test(character)) return STARTS;
  return INSIDE.test(character) ? CONTINUES : NEITHER;
}
