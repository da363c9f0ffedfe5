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

/** An item with what a column compares of it; `undefined` where that is unknown. */
export interface KeyedItem {
  readonly item: IndexedItem;
  readonly key: string | number | undefined;
}

/** Looks up what a column compares, once an item instead of once a comparison. */
export function keyedBy(by: SortColumn): (item: IndexedItem) => KeyedItem {
  const keyOf = KEYS[by];
  return (item) => ({ item, key: keyOf(item) });
}

/**
 * Orders items by a column, upwards. What is unknown stands last; equal items stand by title and then by id, so that the
 * order is total and a list never jumps.
 */
export function compareKeyed(a: KeyedItem, b: KeyedItem): number {
  if (a.key === b.key) return compareTies(a.item, b.item);
  if (a.key === undefined) return 1;
  if (b.key === undefined) return -1;
  return a.key < b.key ? -1 : 1;
}

/** Turns an upward order downwards: what is unknown stays last, and equal items keep their order by title. */
export function turnDownwards(upwards: readonly KeyedItem[]): KeyedItem[] {
  const firstUnknown = upwards.findIndex(({ key }) => key === undefined);
  const downwards: KeyedItem[] = [];
  let end = firstUnknown === -1 ? upwards.length : firstUnknown;
  const unknown = upwards.slice(end);
  for (let start = end - 1; start >= 0; start -= 1) {
    if (start > 0 && upwards[start - 1]?.key === upwards[start]?.key) continue;
    for (let at = start; at < end; at += 1)
      downwards.push(upwards[at] as KeyedItem);
    end = start;
  }
  return downwards.concat(unknown);
}

function compareTies(a: IndexedItem, b: IndexedItem): number {
  return (
    compareKeys(a.titleKey, b.titleKey) || compareKeys(a.entry.id, b.entry.id)
  );
}

const KEYS: Readonly<
  Record<SortColumn, (item: IndexedItem) => KeyedItem["key"]>
> = {
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
