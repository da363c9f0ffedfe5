import type { LibraryProblem } from "#bridge/contract/library";
import type { Failure } from "#domain/failure";
import type { Knowledge } from "#domain/knowledge/knowledge";
import { fail, ok, type Result } from "#domain/result";
import type { Card } from "#domain/study/card";
import { makeCards } from "#domain/study/make-cards";
import { createScheduler, type Scheduler } from "#domain/study/scheduler";
import { join } from "node:path";
import { CollectionStore } from "../catalogue/collection-store";
import { CorrectionStore } from "../catalogue/correction-store";
import { MergedItems } from "../catalogue/merged-items";
import { AnnotationStore } from "../annotation/annotation-store";
import { KeptSearches } from "../search/kept-searches";
import { KnowledgeStore } from "../knowledge/knowledge-store";
import { DraftJournal } from "../notes/draft-journal";
import type { NotesContext } from "../notes/note-operations";
import { NoteStore } from "../notes/note-store";
import { deviceId } from "../storage/device-id";
import { openLibrary, type OpenLibrary } from "../storage/open-library";
import { CardStore } from "../study/card-store";
import { ReviewStore } from "../study/review-store";
import { ItemStore } from "./item-store";
import type { ItemSource } from "./library-item";
import type { LoadedCorpus } from "./load-corpus";
import type { ParsedTexts } from "./parsed-texts";

export interface WorkspaceOptions {
  readonly corpus: LoadedCorpus;
  /** All items, those of this workspace included once it is open. */
  readonly items: ItemSource;
  readonly texts: ParsedTexts;
  readonly libraryPath: string;
  readonly userData: string;
  readonly now: number;
}

/** What needs a writable library: imported items and what was made of them, notes and reviews. */
export interface Workspace {
  readonly library: OpenLibrary;
  readonly items: ItemStore;
  readonly collections: CollectionStore;
  readonly corrections: CorrectionStore;
  readonly merged: MergedItems;
  readonly notes: NotesContext;
  readonly annotations: AnnotationStore;
  readonly reviews: ReviewStore;
  readonly scheduler: Scheduler;
  readonly knowledge: KnowledgeStore;
  readonly ownCards: CardStore;
  readonly keptSearches: KeptSearches;
  /** Cards made from what is known, and those of the person. */
  cards(): readonly Card[];
  problems(): LibraryProblem[];
  close(): Promise<void>;
}

/**
 * Opens the user's library beside a loaded corpus. Failures are those of `openLibrary`; without a workspace the corpus
 * can still be read and searched.
 */
export async function openWorkspace(
  options: WorkspaceOptions,
): Promise<Result<Workspace>> {
  const { corpus, texts, libraryPath, userData, now } = options;
  const library = await openLibrary(libraryPath, userData, now);
  if (!library.ok) return fail(library.failure);
  const device = await deviceId(userData, now);
  const scheduler = createScheduler();
  const store = new NoteStore({
    library: libraryPath,
    historyFolder: join(userData, "history"),
    device,
  });
  const annotations = new AnnotationStore({
    library: libraryPath,
    historyFolder: join(userData, "history", "annotations"),
  });
  const keptSearches = new KeptSearches({
    library: libraryPath,
    historyFolder: join(userData, "history", "searches"),
  });
  // Each reads folders of its own: together they wait for the disk once.
  const [reviews, items, collections, corrections, knowledge, ownCards] =
    await Promise.all([
      ReviewStore.open({
        library: libraryPath,
        device,
        quarantineFolder: join(userData, "quarantine"),
        scheduler,
      }),
      ItemStore.open({
        library: libraryPath,
        libraryId: library.value.id,
        userData,
        texts,
      }),
      CollectionStore.open(libraryPath, userData),
      CorrectionStore.open(libraryPath, userData),
      KnowledgeStore.open(libraryPath, corpus.knowledge),
      CardStore.open({
        library: libraryPath,
        historyFolder: join(userData, "history", "decks"),
      }),
      store.scan(),
    ]);
  return ok({
    library: library.value,
    annotations,
    items,
    collections,
    corrections,
    merged: new MergedItems(items, corrections),
    notes: {
      store,
      drafts: new DraftJournal(join(userData, "drafts")),
      items: options.items,
    },
    reviews,
    scheduler,
    knowledge,
    ownCards,
    keptSearches,
    cards: () => [...madeFrom(knowledge.all), ...ownCards.list()],
    problems: () => [
      ...reviews.problems,
      ...store.problems,
      ...items.problems,
      ...collections.problems,
      ...corrections.problems,
      ...annotations.problems,
      ...knowledge.problems,
      ...ownCards.problems,
      ...keptSearches.problems,
    ],
    async close() {
      await collections.idle();
      await corrections.close();
      await items.close();
      await store.idle();
      await annotations.idle();
      await knowledge.idle();
      await ownCards.idle();
      await keptSearches.idle();
      await reviews.close();
      await library.value.lock.release();
    },
  });
}

const made = new WeakMap<Knowledge, readonly Card[]>();

/** Made once for each state of what is known. */
function madeFrom(knowledge: Knowledge): readonly Card[] {
  const cards = made.get(knowledge) ?? makeCards(knowledge);
  made.set(knowledge, cards);
  return cards;
}

/** A failure to open the library, as a problem to show. */
export function problemOf(failure: Failure, path: string): LibraryProblem {
  const code =
    failure.code === "library-newer" ||
    failure.code === "library-damaged" ||
    failure.code === "library-busy"
      ? failure.code
      : "library-unwritable";
  const detail = "detail" in failure ? failure.detail : "";
  return {
    code,
    path: "path" in failure ? failure.path : path,
    detail,
    count: 1,
  };
}
