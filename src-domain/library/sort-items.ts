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

export type Compare = (a: IndexedItem, b: IndexedItem) => number;

/**
 * Orders items by a column. What is unknown stands last in both directions; equal items stand by title and then by id,
 * so that the order is total and a list never jumps.
 */
export function compareItems({ by, isDescending }: ItemSort): Compare {
  const compare = COLUMNS[by];
  const sign = isDescending ? -1 : 1;
  const isUnknown = UNKNOWN[by];
  return (a, b) => {
    if (isUnknown) {
      const missing = Number(isUnknown(a)) - Number(isUnknown(b));
      if (missing !== 0) return missing;
    }
    return sign * compare(a, b) || byTitle(a, b) || byId(a, b);
  };
}

const byTitle: Compare = (a, b) => compareKeys(a.titleKey, b.titleKey);
const byId: Compare = (a, b) => compareKeys(a.entry.id, b.entry.id);

const COLUMNS: Readonly<Record<SortColumn, Compare>> = {
  order: (a, b) =>
    (a.entry.readingOrder ?? Number.MAX_SAFE_INTEGER) -
      (b.entry.readingOrder ?? Number.MAX_SAFE_INTEGER) ||
    (b.entry.addedAt ?? 0) - (a.entry.addedAt ?? 0),
  title: byTitle,
  creator: (a, b) => compareKeys(a.creatorKey, b.creatorKey),
  date: (a, b) => compareKeys(a.dateKey, b.dateKey),
  kind: (a, b) => compareKeys(a.entry.kind, b.entry.kind),
  language: (a, b) => compareKeys(a.entry.language, b.entry.language),
  words: (a, b) => a.entry.words - b.entry.words,
  progress: (a, b) =>
    (a.entry.position?.progress ?? 0) - (b.entry.position?.progress ?? 0),
  added: (a, b) => (a.entry.addedAt ?? 0) - (b.entry.addedAt ?? 0),
};

const UNKNOWN: Readonly<
  Partial<Record<SortColumn, (item: IndexedItem) => boolean>>
> = {
  title: ({ titleKey }) => titleKey === "",
  creator: ({ creatorKey }) => creatorKey === "",
  date: ({ dateKey }) => dateKey === "",
  language: ({ entry }) => entry.language === "" || entry.language === "und",
  added: ({ entry }) => entry.addedAt === undefined,
};
