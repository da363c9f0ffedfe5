import type { TextRange } from "./blocks";
import {
  foldForFind,
  WayBack,
  type FindDistinctions,
  type FoldedText,
} from "./fold-for-find";

export interface FindOptions extends FindDistinctions {
  /** `act` is not found in `action`. */
  readonly wholeWord: boolean;
}

const INSIDE_WORD = /[\p{L}\p{N}\p{M}_]/u;
const MARK = /\p{M}/u;
const FIRST_MARK = 0x300;

/** Finds words in one text, as often as asked: the text is folded once for each way to compare it. */
export class TextFinder {
  readonly #text: string;
  readonly #folded = new Map<string, FoldedText>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Every place where a query stands in the text, in order and without overlaps. Unless told otherwise, case and accents
   * make no difference; kinds of quotation marks, dashes and white space never do, nor do soft hyphens.
   */
  find(query: string, options: FindOptions): TextRange[] {
    const wanted = foldForFind(query, options).letters;
    if (wanted === "") return [];
    const folded = this.#fold(options);
    const back = new WayBack(folded);
    const found: TextRange[] = [];
    let at = folded.letters.indexOf(wanted);
    while (at >= 0) {
      const end = at + wanted.length;
      if (!options.wholeWord || isWord(folded.letters, at, end)) {
        const range = this.#rangeOf(back, at, end, isMark(wanted, 0));
        // One character may be two when folded: it is found once.
        if (range.start >= (found.at(-1)?.end ?? 0)) found.push(range);
        at = folded.letters.indexOf(wanted, end);
      } else at = folded.letters.indexOf(wanted, at + 1);
    }
    return found;
  }

  #rangeOf(
    back: WayBack,
    from: number,
    to: number,
    isOfMarks: boolean,
  ): TextRange {
    const start = back.start(from);
    let end = back.end(to - 1);
    // Accents that follow their letter as characters of their own belong to what was found, but where one is sought each
    // is found for itself.
    while (!isOfMarks && isMark(this.#text, end)) end += 1;
    return { start, end };
  }

  #fold(distinctions: FindDistinctions): FoldedText {
    const key = `${distinctions.case} ${distinctions.accents}`;
    const known = this.#folded.get(key);
    if (known) return known;
    const folded = foldForFind(this.#text, distinctions);
    this.#folded.set(key, folded);
    return folded;
  }
}

/** Tells whether no letter stands directly before or after. A query that begins with a sign begins a word anywhere. */
function isWord(letters: string, start: number, end: number): boolean {
  const isInside = (at: number): boolean =>
    INSIDE_WORD.test(letters.charAt(at));
  return (
    !(isInside(start) && isInside(start - 1)) &&
    !(isInside(end - 1) && isInside(end))
  );
}

function isMark(text: string, at: number): boolean {
  return text.charCodeAt(at) >= FIRST_MARK && MARK.test(text.charAt(at));
}
