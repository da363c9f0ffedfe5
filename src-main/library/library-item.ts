import type { SourcePlaces } from "#domain/cfi/source-places";
import type { ItemMetadata } from "#domain/library/item";
import type { Result } from "#domain/result";
import type { StructuredText } from "#domain/text/blocks";

/** An item, bundled or imported, as everything that lists, reads, searches or annotates sees it. */
export interface LibraryItem {
  readonly metadata: ItemMetadata;
  /** The bundled collection it came with; absent for what was imported. */
  readonly collection?: string;
  readonly words: () => number;
  /** When it was imported, epoch milliseconds; absent for what is bundled. */
  readonly addedAt?: number;
  /**
   * The canonical text with its blocks. Failures, for imported items only: `read-failed` (the original is gone) and
   * `import-refused` (it had to be read again, and cannot be).
   */
  readonly structured: () => Promise<Result<StructuredText>>;
  /**
   * Where the letters of that text stand in the documents of a book; `undefined` where its format has no such places, or
   * they cannot be had. Read from the disk each time: only annotations need them.
   */
  readonly places?: () => Promise<SourcePlaces | undefined>;
}

/** Where items are looked up, whatever they came from. */
export interface ItemSource {
  find(id: string): LibraryItem | undefined;
  list(): Iterable<LibraryItem>;
}

/** Several sources as one; the first that has an id wins. */
export function joinItems(sources: () => readonly ItemSource[]): ItemSource {
  return {
    find: (id) => {
      for (const source of sources()) {
        const item = source.find(id);
        if (item) return item;
      }
      return undefined;
    },
    *list() {
      for (const source of sources()) yield* source.list();
    },
  };
}
