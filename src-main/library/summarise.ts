import type { ItemSummary } from "#bridge/contract/library";
import type { ReadingPosition } from "#domain/library/reading-position";
import type { LibraryItem } from "./library-item";

export type FindPosition = (item: string) => ReadingPosition | undefined;

/** One item's line in the library. */
export function summarise(
  item: LibraryItem,
  findPosition: FindPosition,
): ItemSummary {
  const position = findPosition(item.metadata.id);
  return {
    ...item.metadata,
    collection: item.collection ?? "",
    words: wordsOf(item),
    ...(position ? { position } : {}),
  };
}

const counts = new WeakMap<LibraryItem, number>();

function wordsOf(item: LibraryItem): number {
  const known = counts.get(item) ?? item.words();
  counts.set(item, known);
  return known;
}
