import { applyChanges } from "#domain/library/item-changes";
import type { ItemSource, LibraryItem } from "../library/library-item";
import type { BundledCorrection } from "./correction-store";

/** Bundled items as the user's library corrects them. */
export function correctedItems(
  bundled: ItemSource,
  find: (id: string) => BundledCorrection | undefined,
): ItemSource {
  const correct = (item: LibraryItem): LibraryItem => {
    const { corrections = {} } = find(item.metadata.id) ?? {};
    return Object.keys(corrections).length === 0
      ? item
      : { ...item, metadata: applyChanges(item.metadata, corrections) };
  };
  return {
    find(id) {
      const item = bundled.find(id);
      return item && correct(item);
    },
    *list() {
      for (const item of bundled.list()) yield correct(item);
    },
  };
}
