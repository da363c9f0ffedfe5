import type { Knowledge } from "#domain/knowledge/knowledge";
import type { Card } from "#domain/study/card";
import { makeCards } from "#domain/study/make-cards";
import { join } from "node:path";
import { Catalogue } from "../catalogue/catalogue";
import { CollectionStore } from "../catalogue/collection-store";
import { CorrectionStore } from "../catalogue/correction-store";
import { correctedItems } from "../catalogue/corrected-items";
import { MergedItems, withMerged } from "../catalogue/merged-items";
import { KnowledgeStore } from "../knowledge/knowledge-store";
import { bundledItems } from "../library/bundled-items";
import type { ItemStore } from "../library/item-store";
import { joinItems, type ItemSource } from "../library/library-item";
import type { LoadedCorpus } from "../library/load-corpus";
import { CardStore } from "../study/card-store";

/** A library as commands see it that only read: nothing is locked, made or moved in it. */
export interface ReadOnlyLibrary {
  /** All items, bundled and imported, with their corrections. */
  readonly items: ItemSource;
  readonly catalogue: Catalogue;
  /** What is known, bundled and own. */
  readonly knowledge: Knowledge;
  readonly cards: readonly Card[];
}

export async function readOnlyLibrary(
  corpus: LoadedCorpus,
  imported: ItemStore,
  {
    library,
    userData,
  }: { readonly library: string; readonly userData: string },
): Promise<ReadOnlyLibrary> {
  const { all: knowledge } = await KnowledgeStore.open(
    library,
    corpus.knowledge,
  );
  const ownCards = await CardStore.open({
    library,
    historyFolder: join(userData, "history", "decks"),
  });
  const collections = await CollectionStore.open(library, userData);
  const corrections = await CorrectionStore.open(library, userData);
  const merged = new MergedItems(imported, corrections);
  const bundled = bundledItems(corpus);
  const sources = [
    correctedItems(bundled, (id) => corrections.find(id)),
    imported,
  ];
  return {
    knowledge,
    cards: [...makeCards(knowledge), ...ownCards.list()],
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
