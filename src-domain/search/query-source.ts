import type { TextRange } from "../text/blocks";

export type Piece = TextRange;

/** What follows a minus and a field: a bare piece without spaces, or what stands between quotation marks. */
export interface QueryValue {
  readonly text: string;
  /** Behind the closing quotation mark. */
  readonly end: number;
  readonly isQuoted: boolean;
  /** An opening quotation mark without a closing one; the text is then empty and the mark is passed over. */
  readonly isUnpaired: boolean;
}

/** A query as it is read from left to right; every kind of quotation mark counts as the same. */
export class QuerySource {
  readonly text: string;
  readonly #marked: string;

  constructor(text: string) {
    this.text = text;
    this.#marked = text.replace(/[“”„‟«»]/gu, '"');
  }

  /** Tells whether a sign stands anywhere in it: most queries are plain words. */
  has(sign: string): boolean {
    return this.#marked.includes(sign);
  }

  /** The next place that is no white space. */
  next(at: number): number {
    let place = at;
    while (place < this.text.length && this.isBlank(place)) place += 1;
    return place;
  }

  /** White space, or the end. */
  isBlank(at: number): boolean {
    return at >= this.text.length || isWhiteSpace(this.text.charCodeAt(at));
  }

  isMinus(at: number): boolean {
    return this.text.charAt(at) === "-" && !this.isBlank(at + 1);
  }

  /** A match of a sticky expression at a place. */
  match(expression: RegExp, at: number): RegExpExecArray | null {
    expression.lastIndex = at;
    return expression.exec(this.#marked);
  }

  valueAt(at: number): QueryValue {
    if (this.#marked.charAt(at) === '"') {
      const close = this.#marked.indexOf('"', at + 1);
      if (close < 0)
        return { text: "", end: at + 1, isQuoted: false, isUnpaired: true };
      const text = this.text.slice(at + 1, close);
      return { text, end: close + 1, isQuoted: true, isUnpaired: false };
    }
    let end = at;
    while (!this.isBlank(end) && this.#marked.charAt(end) !== '"') end += 1;
    const text = this.text.slice(at, end);
    return { text, end, isQuoted: false, isUnpaired: false };
  }

  /** The query ends here with a letter or digit: its last word may be unfinished. */
  isUnfinished(end: number): boolean {
    return (
      end === this.text.length && /[\p{L}\p{N}\p{M}\u00AD]$/u.test(this.text)
    );
  }
}

const SPACE = 0x20;
const LAST_ASCII = 0x7f;

/** As `\s` has it. Each letter of what is typed is asked about, and nearly all are of those that need no expression. */
function isWhiteSpace(unit: number): boolean {
  return unit > LAST_ASCII
    ? /\s/u.test(String.fromCharCode(unit))
    : unit === SPACE || (unit >= 0x09 && unit <= 0x0d);
}
