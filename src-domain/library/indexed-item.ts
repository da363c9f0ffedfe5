import { parseHistoricalDate } from "../historical-date";
import { foldedWords } from "../search/folded-words";
import type { CatalogueEntry } from "./catalogue-entry";
import { collationKey } from "./collation-key";
import { familyNameOf } from "./family-name";

export interface YearSpan {
  readonly first: number;
  readonly last: number;
}

/** What only reading, notes and reviews change of an entry: nothing that is computed depends on it. */
export type LiveFields = Pick<
  CatalogueEntry,
  "position" | "noteCount" | "dueCount"
>;

/** An entry with what filters and orders need of it, each computed at first use and then kept. */
export class IndexedItem {
  readonly entry: CatalogueEntry;
  #words: string | undefined;
  #years: YearSpan | null | undefined;
  #titleKey: string | undefined;
  #creatorKey: string | undefined;
  #dateKey: string | undefined;

  constructor(entry: CatalogueEntry) {
    this.entry = entry;
  }

  /** The same item, read further, noted on or studied; what was computed is taken over. */
  withLive({ position, noteCount, dueCount }: LiveFields): IndexedItem {
    const { position: _, ...rest } = this.entry;
    const copy = new IndexedItem({
      ...rest,
      noteCount,
      dueCount,
      ...(position ? { position } : {}),
    });
    copy.#words = this.#words;
    copy.#years = this.#years;
    copy.#titleKey = this.#titleKey;
    copy.#creatorKey = this.#creatorKey;
    copy.#dateKey = this.#dateKey;
    return copy;
  }

  /**
   * The folded words of title, creators and tags, each with a space before it: a word's beginning is found by
   * `includes`. What stands after an apostrophe begins a word too: `eclair` finds "L’Éclair", as `lecl` does.
   */
  get words(): string {
    const { title, creators, tags } = this.entry;
    if (this.#words === undefined) {
      const names = creators.map(({ name }) => name);
      const text = [title, ...names, ...tags].join(" ");
      const apart = text.replace(/['’]/gu, " ");
      this.#words =
        foldedWords(text) + (apart === text ? "" : foldedWords(apart));
    }
    return this.#words;
  }

  /** The years its date may lie in; `undefined` without a readable date. */
  get years(): YearSpan | undefined {
    if (this.#years === undefined) {
      const span = this.entry.date && parseHistoricalDate(this.entry.date);
      this.#years = span
        ? {
            first: Number(span.firstDay.slice(0, 4)),
            last: Number(span.lastDay.slice(0, 4)),
          }
        : null;
    }
    return this.#years ?? undefined;
  }

  get titleKey(): string {
    return (this.#titleKey ??= collationKey(this.entry.title));
  }

  /** Of the first creator, by family name; empty without one. */
  get creatorKey(): string {
    if (this.#creatorKey === undefined) {
      const [first] = this.entry.creators;
      this.#creatorKey = first
        ? `${collationKey(familyNameOf(first))}\u0000${collationKey(first.name)}`
        : "";
    }
    return this.#creatorKey;
  }

  /** First and last day; empty without a readable date. */
  get dateKey(): string {
    if (this.#dateKey === undefined) {
      const span = this.entry.date && parseHistoricalDate(this.entry.date);
      this.#dateKey = span ? `${span.firstDay}/${span.lastDay}` : "";
    }
    return this.#dateKey;
  }
}
