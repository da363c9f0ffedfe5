import { mainLanguage } from "./filter-items";
import type { IndexedItem } from "./indexed-item";

export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** What there is to filter by, most frequent first. */
export interface Facets {
  readonly kinds: readonly Facet[];
  readonly languages: readonly Facet[];
  readonly tags: readonly Facet[];
  /** The 200 most frequent. */
  readonly creators: readonly Facet[];
  readonly years?: { readonly first: number; readonly last: number };
}

const MOST_CREATORS = 200;

/** Counts what items can be filtered by. Kept up to date item by item, so that one change among 100,000 costs nothing. */
export class FacetTally {
  readonly #kinds = new Map<string, number>();
  readonly #languages = new Map<string, number>();
  readonly #tags = new Map<string, number>();
  readonly #creators = new Map<string, number>();
  readonly #years = new Map<number, number>();
  #facets: Facets | undefined;

  add(item: IndexedItem): void {
    this.#count(item, 1);
  }

  remove(item: IndexedItem): void {
    this.#count(item, -1);
  }

  /** The counts as they stand, in order; the same object until something changes. */
  facets(): Facets {
    return (this.#facets ??= {
      kinds: inOrder(this.#kinds),
      languages: inOrder(this.#languages),
      tags: inOrder(this.#tags),
      creators: inOrder(mostFrequent(this.#creators, MOST_CREATORS)),
      ...spanOf([...this.#years.keys()]),
    });
  }

  #count({ entry, years }: IndexedItem, step: 1 | -1): void {
    this.#facets = undefined;
    tally(this.#kinds, entry.kind, step);
    tally(this.#languages, mainLanguage(entry.language), step);
    for (const tag of new Set(entry.tags)) tally(this.#tags, tag, step);
    for (const name of new Set(entry.creators.map((each) => each.name)))
      tally(this.#creators, name, step);
    if (!years) return;
    tally(this.#years, years.first, step);
    if (years.last !== years.first) tally(this.#years, years.last, step);
  }
}

function tally<Key>(counts: Map<Key, number>, key: Key, step: number): void {
  const count = (counts.get(key) ?? 0) + step;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

function inOrder(counts: Iterable<[string, number]>): Facet[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The `most` entries with the highest counts, without sorting all: equal counts at the edge by value. */
function mostFrequent(
  counts: ReadonlyMap<string, number>,
  most: number,
): Iterable<[string, number]> {
  if (counts.size <= most) return counts;
  const edge = [...counts.values()].sort((a, b) => b - a)[most - 1] ?? 0;
  return inOrder([...counts].filter(([, count]) => count >= edge))
    .slice(0, most)
    .map(({ value, count }) => [value, count]);
}

function spanOf(years: readonly number[]): Pick<Facets, "years"> {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const year of years) {
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  return years.length === 0 ? {} : { years: { first, last } };
}
