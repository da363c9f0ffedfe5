import { compareKeys } from "./collation-key";
import type { IndexedItem } from "./indexed-item";

/** `order` is the reading order of collections, then the newest import first. */
export const SORT_COLUMNS = [
  "order",
  "title",
  "creator",
  "date",
  "kind",
  "language",
  "words",
  "progress",
  "added",
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface ItemSort {
  readonly by: SortColumn;
  readonly isDescending: boolean;
}

/** What a column compares; `undefined` where that is unknown. */
export type SortKey = string | number | undefined;

/** An item with what a column compares of it, looked up once an item instead of once a comparison. */
export interface KeyedItem {
  readonly item: IndexedItem;
  readonly key: SortKey;
}

/** What a column compares of an item. */
export function sortKeyOf(by: SortColumn): (item: IndexedItem) => SortKey {
  return KEYS[by];
}

/**
 * Orders items by a column, upwards. What is unknown stands last; equal items stand by title and then by id, so that the
 * order is total and a list never jumps.
 */
export function compareKeyed(a: KeyedItem, b: KeyedItem): number {
  return compareSortKeys(a.key, b.key) || compareByTitle(a.item, b.item);
}

/** The same by the column alone: for items that stand by title already. */
export function compareSortKeys(a: SortKey, b: SortKey): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}

/** By title, then by id; what has no title stands last. */
export function compareByTitle(a: IndexedItem, b: IndexedItem): number {
  return (
    compareSortKeys(a.titleKey || undefined, b.titleKey || undefined) ||
    compareKeys(a.entry.id, b.entry.id)
  );
}

/** Turns an upward order downwards: what is unknown stays last, and equal values keep their order by title. */
export function turnDownwards<Value>(
  upwards: readonly Value[],
  keyOf: (value: Value) => SortKey,
): Value[] {
  const keys = upwards.map(keyOf);
  const firstUnknown = keys.indexOf(undefined);
  const downwards: Value[] = [];
  let end = firstUnknown === -1 ? upwards.length : firstUnknown;
  const unknown = upwards.slice(end);
  for (let start = end - 1; start >= 0; start -= 1) {
    if (start > 0 && keys[start - 1] === keys[start]) continue;
    for (let at = start; at < end; at += 1)
      downwards.push(upwards[at] as Value);
    end = start;
  }
  return downwards.concat(unknown);
}

const KEYS: Readonly<Record<SortColumn, (item: IndexedItem) => SortKey>> = {
  // Bundled items keep their reading order, before all that was imported.
  order: ({ entry: { readingOrder, addedAt = 0 } }) =>
    readingOrder === undefined
      ? -addedAt
      : Number.MIN_SAFE_INTEGER + readingOrder,
  title: ({ titleKey }) => titleKey || undefined,
  creator: ({ creatorKey }) => creatorKey || undefined,
  date: ({ dateKey }) => dateKey || undefined,
  kind: ({ entry }) => entry.kind,
  language: ({ entry: { language } }) =>
    language === "und" ? undefined : language || undefined,
  words: ({ entry }) => entry.words,
  progress: ({ entry }) => entry.position?.progress ?? 0,
  added: ({ entry }) => entry.addedAt,
};
