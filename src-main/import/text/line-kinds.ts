import type { Line } from "./lines";

/** A line that begins an item of a list. */
export interface ItemStart {
  /** Length of the sign and the space after it. */
  readonly length: number;
  readonly number?: number;
  /** The sign as written, without white space. */
  readonly sign: string;
}

const BULLET =
  /^(?:--|[-*•‣▪●○◦·–\u2043\uF0B7]|o(?= {2,}|\t)|->|=>|→)(?:\s+)(?=\S)/u;
const NUMBER = /^(?:¶\s?)?\(?(\d{1,3})[.)](?:\s+)(?=\S)/u;
const LETTER = /^\(?(?:[a-z]|[ivx]{1,4})\)(?:\s+)(?=\S)/u;
const KEY =
  /^(?:(?:\p{Lu}[\p{L}.'’/-]*(?: [\p{L}.'’/-]+){0,3}|E\.O\. \d+) ?[:：](?=\s|$)|(?:FM|TO|INFO|BT|DE|ZNY|ZNR)\s+\p{Lu})/u;

/** Reads the bullet or number at the beginning of a line. */
export function readItemStart(text: string): ItemStart | undefined {
  const bullet = BULLET.exec(text)?.[0];
  if (bullet) return { length: bullet.length, sign: bullet.trim() };
  const number = NUMBER.exec(text);
  if (number)
    return {
      length: number[0].length,
      number: Number(number[1]),
      sign: number[0].trim(),
    };
  const letter = LETTER.exec(text)?.[0];
  // A letter is part of the text: a list counts in numbers only.
  return letter ? { length: 0, sign: letter.trim() } : undefined;
}

/** Tells whether a line begins an item of a list. */
export function startsItem(text: string): boolean {
  return readItemStart(text) !== undefined;
}

/** Tells whether most lines begin with a key and a colon, as the heads of a letter, a memorandum or a cable do. */
export function isKeyed(lines: readonly Line[]): boolean {
  const keyed = lines.filter(({ text }) => KEY.test(text)).length;
  return lines.length > 1 && keyed >= 2 && keyed >= lines.length * 0.5;
}

/**
 * Tells whether a chunk is verse, an address or the like: short lines that each begin with a capital, though the
 * sentence goes on.
 */
export function isVerse(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  const rest = lines.slice(1);
  if (lines.some(({ right, indent }) => right - indent > 72)) return false;
  const begun = rest.filter(({ text }) => /^[“"'‘(¿¡«]*\p{Lu}/u.test(text));
  return begun.length >= rest.length * 0.85;
}

/** Tells whether a line is nothing but a drawn rule. */
export function isRule(text: string): boolean {
  return (
    /^([-_=*~#•·–—+.])(?:\s*\1){2,}$/u.test(text) ||
    text === "--" ||
    /^(?:\* ?){2,}$|^[⁂❦—]$/u.test(text)
  );
}

/** Tells whether a sentence may end with this text. */
export function endsSentence(text: string): boolean {
  return /[.!?…:]["'”’»)\]]*$/u.test(text);
}
