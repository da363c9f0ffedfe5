/** What makes two spellings differ. */
export interface FindDistinctions {
  /** `nato` is not `NATO`. */
  readonly case: boolean;
  /** `Unal` is not `Ünal`. */
  readonly accents: boolean;
}

/** A text as it is compared, with the way back to the text as it stands. */
export interface FoldedText {
  readonly letters: string;
  /**
   * Places from which on a unit of `letters` is a unit of the text; where a character was left out or takes another number
   * of units, another such place follows. In order.
   */
  readonly shifts: readonly Shift[];
}

interface Shift {
  readonly folded: number;
  readonly text: number;
  /** The character here takes another number of units folded; its own place in the text ends at the next shift's. */
  readonly isOdd: boolean;
}

/**
 * All that is folded apart from case: white space, hyphens and dashes, quotation marks, what is not seen, letters with
 * accents, and the last form of sigma. Other characters, the many of a text, are never looked at one by one.
 */
const SPECIAL =
  // eslint-disable-next-line no-misleading-character-class -- ranges of single marks are meant
  /[\t-\r\u0085\u00A0\u00AB\u00AD\u00BB\u00C0-\u024F\u02BC\u0300-\u036F\u0386-\u03B0\u03C2-\u03CE\u0400\u0401\u040D\u0450\u0451\u045D\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u1DC0-\u1DFF\u1E00-\u1FFF\u2000-\u2015\u2018-\u201F\u2028\u2029\u202F\u2032\u2033\u2039\u203A\u205F\u2060\u20D0-\u20FF\u2212\u3000\uFB00-\uFB06\uFE20-\uFE2F\uFEFF]/gu;

const SPACE = /^[\s\u0085]$/u;
/** Soft hyphens, joiners, direction marks: a reader sees none of them. */
const UNSEEN = /^[\u00AD\u200B-\u200F\u2060\uFEFF]$/u;
const DASH = /^[\u2010-\u2015\u2212]$/u;
const SINGLE_QUOTE = /^[\u02BC\u2018-\u201B\u2032\u2039\u203A]$/u;
const DOUBLE_QUOTE = /^[\u00AB\u00BB\u201C-\u201F\u2033]$/u;
/** Marks that go over or under a letter and leave it that letter; vowel signs of other scripts are not among them. */
const ACCENT =
  // eslint-disable-next-line no-misleading-character-class -- ranges of single marks are meant
  /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/gu;
/** Letters that Unicode does not take apart, and that people type without their stroke or as two. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  Æ: "AE",
  Œ: "OE",
  Ø: "O",
  Ł: "L",
  Đ: "D",
  Ð: "D",
  Þ: "Th",
  Ħ: "H",
};

/** Folds a text for finding in it; linear in its length. Offsets are UTF-16 units. */
export function foldForFind(
  text: string,
  distinctions: FindDistinctions,
): FoldedText {
  // The one letter whose lower case takes more units (U+0130): as a plain I all lower case keeps every place.
  const cased = distinctions.case
    ? text
    : text.replaceAll("\u0130", "I").toLowerCase();
  const fold = distinctions.accents ? foldSign : foldLetter;
  const known = new Map<string, string>();
  const shifts: Shift[] = [{ folded: 0, text: 0, isOdd: false }];
  let drift = 0;
  const letters = cased.replace(SPECIAL, (character, at: number) => {
    let folded = known.get(character);
    if (folded === undefined) known.set(character, (folded = fold(character)));
    if (folded.length !== character.length) {
      const place = at + drift;
      shifts.push({ folded: place, text: at, isOdd: true });
      drift += folded.length - character.length;
      shifts.push({
        folded: place + folded.length,
        text: at + character.length,
        isOdd: false,
      });
    }
    return folded;
  });
  return { letters, shifts };
}

/** The way back from folded units to places of the text, for units that are asked for in ascending order. */
export class WayBack {
  readonly #shifts: readonly Shift[];
  #at = 0;

  constructor({ shifts }: FoldedText) {
    this.#shifts = shifts;
  }

  /** Where the character begins of which a folded unit is a part. */
  start(unit: number): number {
    const { folded, text, isOdd } = this.#shiftAt(unit);
    return isOdd ? text : text + unit - folded;
  }

  /** Where the character ends of which a folded unit is a part. */
  end(unit: number): number {
    const shift = this.#shiftAt(unit);
    if (shift.isOdd) return this.#shifts[this.#at + 1]?.text ?? shift.text;
    return shift.text + unit - shift.folded + 1;
  }

  /** The last shift that begins at or before a unit: of what was left out, that is what comes after it. */
  #shiftAt(unit: number): Shift {
    for (;;) {
      const next = this.#shifts[this.#at + 1];
      if (!next || next.folded > unit) break;
      this.#at += 1;
    }
    return this.#shifts[this.#at] ?? { folded: 0, text: 0, isOdd: false };
  }
}

/** Signs only; letters keep their accents. */
function foldSign(character: string): string {
  if (UNSEEN.test(character)) return "";
  if (SPACE.test(character)) return " ";
  if (DASH.test(character)) return "-";
  if (SINGLE_QUOTE.test(character)) return "'";
  if (DOUBLE_QUOTE.test(character)) return '"';
  return character === "ς" ? "σ" : character;
}

function foldLetter(character: string): string {
  const sign = foldSign(character);
  if (sign !== character) return sign;
  const plain = PLAIN[character];
  if (plain !== undefined) return plain;
  return character.normalize("NFKD").replace(ACCENT, "");
}
