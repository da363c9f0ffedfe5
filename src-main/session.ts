import type { LibraryProblem } from "#bridge/contract/library";
import type { Changes } from "#bridge/contract/changes";
import type { Failure } from "#domain/failure";
import type { Knowledge } from "#domain/knowledge/knowledge";
import { fail, ok, type Result } from "#domain/result";
import type { Card } from "#domain/study/card";
import { makeCards } from "#domain/study/make-cards";
import { join } from "node:path";
import { tellOfItems } from "./tell-of-items";
import {
  openWorkspace,
  problemOf,
  type Workspace,
} from "./library/open-workspace";
import { Catalogue } from "./catalogue/catalogue";
import { setMembers } from "./catalogue/change-collections";
import { correctedItems } from "./catalogue/corrected-items";
import { withMerged } from "./catalogue/merged-items";
import { bundledItems } from "./library/bundled-items";
import { joinItems, type ItemSource } from "./library/library-item";
import type { LoadedCorpus } from "./library/load-corpus";
import { ParsedTexts } from "./library/parsed-texts";
import { ImportQueue } from "./import/import-queue";
import type { Parser } from "./import/parser-client";
import type { SearchClient } from "./search/search-client";
import type { LibraryParts } from "./search/source/library-source";
import type { ReadingPositions } from "./settings/reading-positions";
import type { SettingsStore } from "./settings/settings-store";

export interface SessionOptions {
  readonly corpus: LoadedCorpus;
  readonly settings: SettingsStore;
  readonly positions: ReadingPositions;
  readonly defaultLibrary: string;
  readonly userData: string;
  /** Reads files in a process of its own. */
  readonly parser: Parser;
  readonly clock: () => number;
  readonly onChanges: (changes: Changes) => void;
}

/** What another library brings with it. */
const REOPENED = ["library", "notes", "reviews", "problems"] as const;

/** One run of the program: the bundled corpus, and the user's library as far as it could be opened. */
export class Session {
  readonly options: SessionOptions;
  /** The items of the bundled collections. */
  readonly bundled: ItemSource;
  /** All items: bundled with their corrections, and imported as far as the library could be opened. */
  readonly items: ItemSource;
  readonly imports: ImportQueue;
  readonly #texts: ParsedTexts;
  search: SearchClient | undefined;
  #workspace: Workspace | undefined;
  #catalogue: Catalogue;
  #failure: Failure | undefined;
  #extraProblems: LibraryProblem[] = [];
  #wasOpened = false;

  constructor(options: SessionOptions) {
    this.options = {
      ...options,
      onChanges: (changes) => {
        this.#catalogue.noticed(changes);
        this.#tellSearch(changes);
        options.onChanges(changes);
      },
    };
    this.bundled = bundledItems(options.corpus);
    const corrected = correctedItems(this.bundled, (id) =>
      this.#workspace?.corrections.find(id),
    );
    const all = joinItems(() =>
      this.#workspace ? [corrected, this.#workspace.items] : [corrected],
    );
    this.items = withMerged(
      all,
      (id) => this.#workspace?.merged.keptFor(id) ?? id,
    );
    this.#catalogue = this.#openCatalogue();
    this.#texts = new ParsedTexts(options);
    this.imports = new ImportQueue({
      store: () => {
        const workspace = this.workspace();
        return workspace.ok ? ok(workspace.value.items) : workspace;
      },
      libraryPath: () => this.libraryPath,
      quarantineFolder: join(options.userData, "quarantine"),
      clock: options.clock,
      onChange: () => options.onChanges({ subject: "import", ids: [] }),
      addToCollection: async (collection, add) => {
        const { user } = this.#catalogue.options;
        const change = { collection, add, remove: [] };
        if (!user) return;
        await setMembers(this.#catalogue, user, change, options.clock());
        this.#catalogue.collectionsChanged();
      },
    });
  }

  /** All that is known: bundled, and the person's own as far as the library could be opened. */
  get knowledge(): Knowledge {
    return this.#workspace?.knowledge.all ?? this.options.corpus.knowledge;
  }

  /** All cards there are to be asked. */
  get cards(): readonly Card[] {
    return this.#workspace?.cards() ?? makeCards(this.knowledge);
  }

  /** What the library brings to be found, as far as it could be opened. */
  get searched(): LibraryParts | undefined {
    const workspace = this.#workspace;
    return (
      workspace && {
        library: workspace.library.path,
        imported: workspace.items,
        notes: workspace.notes.store,
        annotations: workspace.annotations,
      }
    );
  }

  get libraryPath(): string {
    return this.options.settings.libraryPath(this.options.defaultLibrary);
  }

  get isWritable(): boolean {
    return this.#workspace !== undefined;
  }

  /** Everything that is wrong and was not thrown away. */
  problems(): LibraryProblem[] {
    const opening = this.#failure
      ? [problemOf(this.#failure, this.libraryPath)]
      : [];
    return [
      ...opening,
      ...(this.#workspace?.problems() ?? []),
      ...this.options.corpus.problems,
      ...this.#extraProblems,
    ];
  }

  addProblem(problem: LibraryProblem): void {
    this.#extraProblems = [...this.#extraProblems, problem];
    this.tellOfProblems();
  }

  /** The problems are others now than those that were asked for. */
  tellOfProblems(): void {
    this.options.onChanges({ subject: "problems", ids: [] });
  }

  /** Opens the library at the chosen path, closing the one before. */
  async open(): Promise<void> {
    await this.close();
    const { corpus, userData, clock } = this.options;
    const opened = await openWorkspace({
      corpus,
      items: this.items,
      texts: this.#texts,
      userData,
      libraryPath: this.libraryPath,
      now: clock(),
    });
    if (opened.ok) {
      this.#workspace = opened.value;
      tellOfItems(opened.value.items, this);
      opened.value.corrections.onChange(
        (id) => void this.search?.changed([`item/${id}`]),
      );
    } else this.#failure = opened.failure;
    this.#catalogue = this.#openCatalogue();
    // Whoever asks before the first opening waits for it: nothing was told yet that could have changed.
    if (this.#wasOpened) {
      // Another library, other texts to be found.
      void this.search?.tellAgain();
      for (const subject of REOPENED)
        this.options.onChanges({ subject, ids: [] });
    }
    this.#wasOpened = true;
  }

  /** The open library. Fails with the reason why there is none. */
  workspace(): Result<Workspace> {
    if (this.#workspace) return ok(this.#workspace);
    return fail(
      this.#failure ?? {
        code: "library-unwritable",
        path: this.libraryPath,
        detail: "not opened",
      },
    );
  }

  /** Everything that is listed: of the open library, or the bundled items alone. */
  get catalogue(): Catalogue {
    return this.#catalogue;
  }

  async close(): Promise<void> {
    await this.imports.cancel();
    this.#catalogue.close();
    const workspace = this.#workspace;
    this.#workspace = undefined;
    this.#failure = undefined;
    await workspace?.close();
  }

  /** What is saved is found within a second; items are told by their stores themselves. */
  #tellSearch({ subject, ids }: Changes): void {
    const { search } = this;
    if (!search) return;
    if (subject === "notes") void search.changed(ids.map((id) => `note/${id}`));
    if (subject === "annotations")
      for (const id of ids) void search.changedUnder(`annotation/${id}/`);
    if (subject !== "knowledge") return;
    search.namesChanged();
    for (const kind of ["actor", "issue", "position", "event", "card"])
      void search.changedUnder(`${kind}/`);
  }

  #openCatalogue(): Catalogue {
    const { corpus, positions, clock } = this.options;
    const workspace = this.#workspace;
    return new Catalogue({
      bundled: this.bundled,
      bundledCollections: corpus.collections,
      findPosition: (id) => positions.find(id),
      clock,
      onChange: (ids) => this.options.onChanges({ subject: "library", ids }),
      ...(workspace
        ? {
            user: {
              path: workspace.library.path,
              items: workspace.items,
              collections: workspace.collections,
              corrections: workspace.corrections,
              merged: workspace.merged,
            },
            counts: {
              notes: workspace.notes.store,
              cards: workspace.cards,
              memories: () => workspace.reviews.memories,
            },
          }
        : {}),
    });
  }
}
