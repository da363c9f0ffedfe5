import { ok } from "#domain/result";
import type { ItemSource, LibraryItem } from "./library-item";
import type { LoadedCorpus, LoadedItem } from "./load-corpus";

/** The items of the bundled collections, in reading order. */
export function bundledItems({
  collections,
  items,
}: Pick<LoadedCorpus, "collections" | "items">): ItemSource {
  const all = new Map(
    [...items].map(([id, item]) => [id, toLibraryItem(item)] as const),
  );
  return {
    find: (id) => all.get(id),
    *list() {
      for (const collection of collections)
        for (const id of collection.items) {
          const item = all.get(id);
          if (item) yield item;
        }
    },
  };
}

function toLibraryItem(item: LoadedItem): LibraryItem {
  const { metadata, collection, words, structured } = item;
  return {
    metadata,
    collection,
    words,
    structured: () => Promise.resolve(ok(structured())),
  };
}
