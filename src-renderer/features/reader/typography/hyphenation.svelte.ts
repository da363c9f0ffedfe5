import type { Block } from "#domain/text/blocks";
import { getContext, setContext } from "svelte";
import { SvelteMap } from "svelte/reactivity";
import { SOFT_HYPHEN } from "../soft-hyphens";
import { hyphenate } from "./hyphenate";
import { patternsFor } from "./hyphenation-languages";

const KEY = Symbol("hyphenation");

type Hyphenate = (text: string) => string;

/** Dividing words in justified text, in the language of each block. The system's own dictionaries are not relied on. */
export class Hyphenation {
  readonly #isOn: () => boolean;
  readonly #language: string;
  readonly #known = new SvelteMap<string, Hyphenate | undefined>();

  /** `language`: of the whole text (BCP 47). */
  constructor(language: string, isOn: () => boolean) {
    this.#language = language;
    this.#isOn = isOn;
  }

  /** What divides the words of a block; `undefined` while it is off, loads, or for a language without patterns. */
  of({ language }: Pick<Block, "language">): Hyphenate | undefined {
    return this.#isOn()
      ? this.#known.get(language ?? this.#language)
      : undefined;
  }

  /** Loads what is known of the languages of a text, each once. */
  async load(blocks: readonly Block[]): Promise<void> {
    if (!this.#isOn()) return;
    const languages = new Set(
      blocks.map(({ language }) => language ?? this.#language),
    );
    await Promise.all([...languages].map((each) => this.#load(each)));
  }

  async #load(language: string): Promise<void> {
    if (this.#known.has(language)) return;
    const load = patternsFor(language);
    if (!load) return void this.#known.set(language, undefined);
    const [{ default: createHyphenator }, { default: patterns }] =
      await Promise.all([import("hyphen"), load()]);
    const divide = createHyphenator(patterns, {
      hyphenChar: SOFT_HYPHEN,
      minWordLength: 5,
    });
    this.#known.set(language, (text) => hyphenate(text, divide));
  }
}

export function provideHyphenation(hyphenation: Hyphenation): void {
  setContext(KEY, hyphenation);
}

/** The hyphenation of the text around a component; outside of one there is none. */
export function hyphenationAround(): Hyphenation | undefined {
  return getContext<Hyphenation | undefined>(KEY);
}
