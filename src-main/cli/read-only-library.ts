import { Catalogue } from "../catalogue/catalogue";
import { CollectionStore } from "../catalogue/collection-store";
import { CorrectionStore } from "../catalogue/correction-store";
import { correctedItems } from "../catalogue/corrected-items";
import { MergedItems, withMerged } from "../catalogue/merged-items";
import { bundledItems } from "../library/bundled-items";
import type { ItemStore } from "../library/item-store";
import { joinItems, type ItemSource } from "../library/library-item";
import type { LoadedCorpus } from "../library/load-corpus";

/** A library as commands see it that only read: nothing is locked, made or moved in it. */
export interface ReadOnlyLibrary {
  /** All items, bundled and imported, with their corrections. */
  readonly items: ItemSource;
  readonly catalogue: Catalogue;
}

export async function readOnlyLibrary(
  corpus: LoadedCorpus,
  imported: ItemStore,
  {
    library,
    userData,
  }: { readonly library: string; readonly userData: string },
): Promise<ReadOnlyLibrary> {
  const collections = await CollectionStore.open(library, userData);
  const corrections = await CorrectionStore.open(library, userData);
  const merged = new MergedItems(imported, corrections);
  const bundled = bundledItems(corpus);
  const sources = [
    correctedItems(bundled, (id) => corrections.find(id)),
    imported,
  ];
  return {
    items: withMerged(
      joinItems(() => sources),
      (id) => merged.keptFor(id),
    ),
    catalogue: new Catalogue({
      bundled,
      bundledCollections: corpus.collections,
      user: {
        path: library,
        items: imported,
        collections,
        corrections,
        merged,
      },
      findPosition: () => undefined,
      clock: Date.now,
      onChange: () => undefined,
    }),
  };
}
