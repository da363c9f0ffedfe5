import type { QueryWord } from "#domain/search/query";
import { visitWords } from "#domain/search/text-words";
import { wordForms } from "#domain/search/words";
import type { TextRange } from "#domain/text/blocks";
import { analysisOf, type Analysis } from "./stemmers";
import { WordMemory } from "./word-memory";

/** Where a word stands in a text, and what it is indexed as: the stem; of a language other than English with the language behind it, so that no two languages are taken for one. */
export interface AnalysedWord extends TextRange {
  readonly token: string;
  readonly first?: number;
}

/** As many as the whole vocabulary of a large library, some twenty megabytes: then all of them are forgotten. */
const MOST_INDEXED = 400_000;
/** The words of some hundred passages that are shown. */
const MOST_SHOWN = 20_000;
/** While one types, most of the passages that are shown are those of the letter before. */
const MOST_TEXTS = 100;
/** A passage is shorter; a note that is longer would be much to hold. */
const MOST_LETTERS = 8_000;

interface ShownText {
  readonly language: string;
  readonly words: readonly AnalysedWord[];
}

interface ShownWords {
  readonly memory: WordMemory;
  /** By entry of the memory; empty where a word folds to nothing. */
  readonly tokens: string[];
}

/** Brings the word that stands at a place of a text to its token. */
type MakeToken = (start: number, end: number) => string;

/**
 * A word of a text that is shown. Its token is made when it is asked for: most words begin with another letter than any that is
 * sought.
 */
class ShownWord implements AnalysedWord {
  readonly start: number;
  readonly end: number;
  /** Of the token as well: no stemmer changes the first letter of a word. */
  readonly first: number;
  readonly #make: MakeToken;
  #token: string | undefined;

  constructor(start: number, end: number, first: number, make: MakeToken) {
    this.start = start;
    this.end = end;
    this.first = first;
    this.#make = make;
  }

  get token(): string {
    return (this.#token ??= this.#make(this.start, this.end));
  }
}

/** The tokens of a text with spaces between. */
export interface TokenLine {
  /** UTF-8; to be used before the next line is made, in the same place. */
  readonly bytes: Uint8Array;
  /** How many tokens. */
  readonly words: number;
}

type OnNew = (folded: string, token: string) => void;

/** Brings texts to the words they are indexed by, and remembers each: without that the analysis dominates. */
export class Analyser {
  /** By analysis: the words of texts that are indexed, all of which were told. */
  readonly #indexed = new Map<string, WordMemory>();
  /** By analysis: the words of texts that are shown. */
  readonly #shown = new Map<string, ShownWords>();
  /** Texts that were shown of late, with their words. */
  readonly #texts = new Map<string, ShownText>();
  #line = Buffer.alloc(4_096);

  /** In order; one entry a word, so that positions are word numbers. */
  words(text: string, language = ""): readonly AnalysedWord[] {
    const known = this.#texts.get(text);
    if (known?.language === language) return known.words;
    const words = this.#cut(text, language);
    if (text.length > MOST_LETTERS) return words;
    const [oldest] = this.#texts.keys();
    if (this.#texts.size >= MOST_TEXTS && oldest !== undefined)
      this.#texts.delete(oldest);
    this.#texts.set(text, { language, words });
    return words;
  }

  #cut(text: string, language: string): AnalysedWord[] {
    const analysis = analysisOf(language);
    const known = this.#shownWords(analysis.code);
    const words: AnalysedWord[] = [];
    const make: MakeToken = (start, end) => {
      let entry = known.memory.find(text, start, end);
      if (entry < 0) {
        entry = known.memory.put(text, start, end, "");
        const { token } = analyse(text.slice(start, end), analysis);
        known.tokens.push(token);
      }
      return known.tokens[entry] ?? "";
    };
    visitWords(text, language, (start, end) => {
      const unit = text.charCodeAt(start);
      if (unit <= LAST_ASCII && analysis.keepsBeginning) {
        words.push(new ShownWord(start, end, unit | LOWER_CASE, make));
        return;
      }
      // Only what begins outside of ASCII may fold to nothing, and then is no word.
      const token = make(start, end);
      if (token !== "") words.push({ start, end, token });
    });
    return words;
  }

  /**
   * What a text is indexed as; `onNew` is told of each word that was not met before, folded.
   */
  line(text: string, language: string, onNew: OnNew): TokenLine {
    const analysis = analysisOf(language);
    const memory = this.#memory(analysis.code);
    let length = 0;
    let words = 0;
    visitWords(text, language, (start, end) => {
      let entry = memory.find(text, start, end);
      if (entry < 0) {
        const { folded, token } = analyse(text.slice(start, end), analysis);
        entry = memory.put(text, start, end, token);
        if (token !== "") onNew(folded, token);
      }
      const size = memory.madeSize(entry);
      if (size === 0) return;
      if (length + size >= this.#line.length)
        this.#line = Buffer.concat([this.#line], 2 * (length + size));
      length = memory.copyMade(entry, this.#line, length);
      this.#line[length] = SPACE;
      length += 1;
      words += 1;
    });
    return { bytes: this.#line.subarray(0, Math.max(0, length - 1)), words };
  }

  /** Gives back what was remembered: nothing is being indexed for now. */
  forget(): void {
    this.#indexed.clear();
    this.#shown.clear();
    this.#texts.clear();
  }

  #shownWords(code: string): ShownWords {
    const known = this.#shown.get(code);
    if (known && known.tokens.length < MOST_SHOWN) return known;
    const words = { memory: new WordMemory(), tokens: [] };
    this.#shown.set(code, words);
    return words;
  }

  #memory(code: string): WordMemory {
    const known = this.#indexed.get(code);
    if (known && known.size < MOST_INDEXED) return known;
    const memory = new WordMemory();
    this.#indexed.set(code, memory);
    return memory;
  }
}

const SPACE = 0x20;
const LAST_ASCII = 0x7f;
/** The bit by which small letters of ASCII differ from capitals; digits have it. */
const LOWER_CASE = 0x20;

/** `token` is empty where the word folds to nothing. */
function analyse(
  raw: string,
  analysis: Analysis,
): { readonly folded: string; readonly token: string } {
  const { folded, plain } = wordForms(raw);
  return { folded, token: folded && tokenOf(plain, analysis) };
}

/** What a word of a query is indexed as in one language. */
export function queryToken(word: QueryWord, code: string): string {
  return tokenOf(word.plain, analysisOf(code)) || word.folded;
}

function tokenOf(plain: string, { code, stem }: Analysis): string {
  const made = stem(plain);
  return code === "en" || made === "" ? made : `${made}_${code}`;
}
