import type { QueryWord } from "#domain/search/query";
import { textWords, type TextWord } from "#domain/search/text-words";
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

/** So many words are remembered: a few languages' whole vocabulary, some megabytes. */
const MOST_REMEMBERED = 60_000;

/** Brings texts to the words they are indexed by, and remembers each: without that the analysis dominates. */
export class Analyser {
  readonly #memory = new Map<string, Map<string, Analysed>>();
  #remembered = 0;

  /** In order; one entry a word, so that positions are word numbers. */
  words(text: string, language = ""): AnalysedWord[] {
    const analysis = analysisOf(language);
    const memory = this.#memoryOf(analysis);
    const words: AnalysedWord[] = [];
    for (const { raw, start, end } of textWords(text, language)) {
      let known = memory.get(raw);
      if (!known) memory.set(raw, (known = this.#analyse(raw, analysis)));
      if (known.folded !== "") {
        const { folded, token } = known;
        words.push({ raw, start, end, folded, token });
      }
    }
    return words;
  }

  /** Gives back what was remembered: nothing is being indexed for now. */
  forget(): void {
    this.#memory.clear();
    this.#remembered = 0;
  }

  #memoryOf({ code }: Analysis): Map<string, Analysed> {
    if (this.#remembered > MOST_REMEMBERED) this.forget();
    const memory = this.#memory.get(code) ?? new Map<string, Analysed>();
    this.#memory.set(code, memory);
    return memory;
  }

  #analyse(raw: string, analysis: Analysis): Analysed {
    this.#remembered += 1;
    const folded = fold(raw);
    return { folded, token: folded && tokenOf(plainWord(raw), analysis) };
  }
}

/** What a word of a query is indexed as in one language. */
export function queryToken(word: QueryWord, code: string): string {
  return tokenOf(word.plain, analysisOf(code)) || word.folded;
}

function tokenOf(plain: string, { code, stem }: Analysis): string {
  const made = stem(plain);
  return code === "en" || made === "" ? made : `${made}_${code}`;
}
