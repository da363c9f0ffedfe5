import type { QueryWord } from "#domain/search/query";
import { visitWords, type TextWord } from "#domain/search/text-words";
import { fold, plainWord } from "#domain/search/words";
import { analysisOf, type Analysis } from "./stemmers";

/** A word as it is indexed. */
export interface Analysed {
  readonly folded: string;
  /** The stem; of a language other than English with the language behind it, so that no two languages are taken for one. */
  readonly token: string;
}

/** Words of a text with what they are indexed as. */
export interface AnalysedWord extends TextWord, Analysed {}

interface Remembered extends Analysed {
  isTold: boolean;
}

/** So many words are remembered: a few languages' whole vocabulary, some megabytes. */
const MOST_REMEMBERED = 60_000;

/** Brings texts to the words they are indexed by, and remembers each: without that the analysis dominates. */
export class Analyser {
  readonly #memory = new Map<string, Map<string, Remembered>>();
  #remembered = 0;

  /** In order; one entry a word, so that positions are word numbers. */
  words(text: string, language = ""): AnalysedWord[] {
    const look = this.#lookUp(language);
    const words: AnalysedWord[] = [];
    visitWords(text, language, (raw, start, end) => {
      const { folded, token } = look(raw);
      if (folded !== "") words.push({ raw, start, end, folded, token });
    });
    return words;
  }

  /** What a text is indexed as, with spaces between; `onNew` is told of each word that was not met before. */
  line(
    text: string,
    language: string,
    onNew: (word: Analysed) => void,
  ): string {
    const look = this.#lookUp(language);
    const tokens: string[] = [];
    visitWords(text, language, (raw) => {
      const known = look(raw);
      if (known.folded === "") return;
      tokens.push(known.token);
      if (known.isTold) return;
      known.isTold = true;
      onNew(known);
    });
    return tokens.join(" ");
  }

  /** Gives back what was remembered: nothing is being indexed for now. */
  forget(): void {
    this.#memory.clear();
    this.#remembered = 0;
  }

  #lookUp(language: string): (raw: string) => Remembered {
    if (this.#remembered > MOST_REMEMBERED) this.forget();
    const analysis = analysisOf(language);
    const memory =
      this.#memory.get(analysis.code) ?? new Map<string, Remembered>();
    this.#memory.set(analysis.code, memory);
    return (raw) => {
      let known = memory.get(raw);
      if (!known) memory.set(copy(raw), (known = this.#analyse(raw, analysis)));
      return known;
    };
  }

  #analyse(raw: string, analysis: Analysis): Remembered {
    this.#remembered += 1;
    const folded = fold(raw);
    const token = folded && tokenOf(plainWord(raw), analysis);
    return { folded, token, isTold: false };
  }
}

/** V8 keeps a whole text alive for a longer piece of it: what is remembered is a text of its own. */
function copy(piece: string): string {
  return piece.length < 13 ? piece : ` ${piece}`.slice(1);
}

/** What a word of a query is indexed as in one language. */
export function queryToken(word: QueryWord, code: string): string {
  return tokenOf(word.plain, analysisOf(code)) || word.folded;
}

function tokenOf(plain: string, { code, stem }: Analysis): string {
  const made = stem(plain);
  return code === "en" || made === "" ? made : `${made}_${code}`;
}
