import type { ItemSummary } from "#bridge/contract/library";
import type { ReadingPosition } from "#domain/library/reading-position";
import type { LoadedCorpus, LoadedItem } from "./load-corpus";

export type FindPosition = (item: string) => ReadingPosition | undefined;

/** Items of all collections in reading order, with length and progress. */
export function listItems(
  corpus: LoadedCorpus,
  findPosition: FindPosition,
): ItemSummary[] {
  return corpus.collections.flatMap((collection) =>
    collection.items.flatMap((id) => {
      const item = corpus.items.get(id);
      return item ? [summarise(item, findPosition)] : [];
    }),
  );
}

/** One item's line in the library. */
export function summarise(
  item: LoadedItem,
  findPosition: FindPosition,
): ItemSummary {
  const position = findPosition(item.metadata.id);
  return {
    ...item.metadata,
    collection: item.collection,
    words: wordsOf(item),
    ...(position ? { position } : {}),
  };
}

const counts = new WeakMap<LoadedItem, number>();

function wordsOf(item: LoadedItem): number {
  const known = counts.get(item) ?? item.words();
  counts.set(item, known);
  return known;
}
