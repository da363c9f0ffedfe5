import type { Knowledge } from "#domain/knowledge/knowledge";
import type { Card } from "#domain/study/card";
import type { AnnotationStore } from "../../annotation/annotation-store";
import type { ItemStore } from "../../library/item-store";
import type { ItemSource } from "../../library/library-item";
import type { LoadedCorpus } from "../../library/load-corpus";
import type { NoteStore } from "../../notes/note-store";
import { annotationDocuments } from "./annotation-documents";
import { cardDocuments } from "./card-documents";
import { itemDocuments } from "./item-documents";
import { knowledgeDocuments, knownNames } from "./knowledge-documents";
import { noteDocuments } from "./note-documents";
import { joinSources, type SearchSource } from "./search-source";

/** What a library brings, as far as it could be opened. */
export interface LibraryParts {
  readonly library: string;
  readonly imported: Pick<ItemStore, "entries" | "findEntry" | "texts">;
  readonly notes: Pick<NoteStore, "scan" | "get">;
  readonly annotations: Pick<AnnotationStore, "items" | "list">;
}

export interface LibrarySourceOptions {
  readonly corpus: LoadedCorpus;
  readonly items: Pick<ItemSource, "find">;
  readonly knowledge: () => Knowledge;
  readonly cards: () => readonly Card[];
  /** Without one, what is bundled can still be found. */
  readonly library: () => LibraryParts | undefined;
}

/** Everything that can be found: bundled, and of the library as it is open now. */
export function librarySource(options: LibrarySourceOptions): SearchSource {
  const { corpus, items, knowledge, cards } = options;
  return joinSources(
    () => knownNames(knowledge()),
    () => {
      const parts = options.library();
      return [
        itemDocuments(corpus, items, parts?.imported),
        ...knowledgeDocuments(knowledge),
        cardDocuments(cards, knowledge, items),
        ...(parts
          ? [
              noteDocuments(parts.notes),
              annotationDocuments({
                library: parts.library,
                store: parts.annotations,
                items,
              }),
            ]
          : []),
      ];
    },
  );
}
