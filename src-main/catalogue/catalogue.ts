import type { Changes } from "#bridge/contract/changes";
import type { CatalogueEntry } from "#domain/library/catalogue-entry";
import type { Collection } from "#domain/library/collection";
import type { ReadingPosition } from "#domain/library/reading-position";
import { metadataOf, type ItemEntry } from "../library/item-record";
import type { ItemStore } from "../library/item-store";
import type { ItemSource, LibraryItem } from "../library/library-item";
import { CatalogueIndex } from "./catalogue-index";
import type { CollectionStore } from "./collection-store";
import type { CorrectionStore } from "./correction-store";
import { correctedItems } from "./corrected-items";
import { Memberships } from "./memberships";
import { LiveCounts, type LiveCountsOptions } from "./live-counts";
import type { MergedItems } from "./merged-items";
import { inTurns } from "./turns";

/** The user's part of the catalogue: what is imported, grouped and corrected in the library folder. */
export interface UserCatalogue {
  readonly path: string;
  readonly items: ItemStore;
  readonly collections: CollectionStore;
  readonly corrections: CorrectionStore;
  readonly merged: MergedItems;
}

export interface CatalogueOptions {
  /** Bundled items as they come, without corrections. */
  readonly bundled: ItemSource;
  readonly bundledCollections: readonly Collection[];
  /** Absent while no library could be opened: the bundled items are listed then. */
  readonly user?: UserCatalogue;
  readonly counts?: Omit<LiveCountsOptions, "keptFor">;
  readonly findPosition: (id: string) => ReadingPosition | undefined;
  readonly clock: () => number;
  /** Corrections of bundled items or collections changed: what imported items do is told by their store. */
  readonly onChange: (ids: readonly string[]) => void;
}

/** So many items are taken into the index at once: less than a millisecond. */
const BATCH = 64;

/** Everything that is listed. Follows the files, the notes, the reviews and the reading. */
export class Catalogue {
  readonly options: CatalogueOptions;
  readonly #index = new CatalogueIndex();
  readonly #counts: LiveCounts | undefined;
  readonly #bundled: ItemSource;
  readonly #readingOrder: ReadonlyMap<string, number>;
  #loaded: Promise<void> | undefined;
  #memberships:
    { readonly version: number; readonly now: Memberships } | undefined;
  #isClosed = false;

  constructor(options: CatalogueOptions) {
    this.options = options;
    const { bundled, user, counts } = options;
    this.#counts =
      counts &&
      new LiveCounts({ ...counts, keptFor: (id) => this.keptFor(id) });
    this.#bundled = user
      ? correctedItems(bundled, (id) => user.corrections.find(id))
      : bundled;
    this.#readingOrder = new Map(
      [...bundled.list()].map(({ metadata }, at) => [metadata.id, at]),
    );
    user?.items.onChange((ids) => this.#follow(ids));
    user?.corrections.onChange((id) => {
      this.#follow([id]);
      options.onChange([id]);
    });
  }

  /** The index with everything in it and its counts as they are now. */
  async index(): Promise<CatalogueIndex> {
    await (this.#loaded ??= this.#load());
    const changed = this.#counts?.refresh(this.options.clock()) ?? [];
    this.#putLive(changed);
    return this.#index;
  }

  /** Who is in which collection now. */
  memberships(): Memberships {
    const { bundledCollections, user } = this.options;
    const version = user?.collections.version ?? 0;
    if (this.#memberships?.version !== version) {
      const own = user?.collections.list() ?? [];
      const all = [
        ...bundledCollections.map(({ id, items }) => [id, items] as const),
        ...own.map(([id, { items }]) => [id, items] as const),
      ];
      this.#memberships = {
        version,
        now: new Memberships(all, (id) => this.keptFor(id)),
      };
    }
    return this.#memberships.now;
  }

  isBundled(id: string): boolean {
    return this.#readingOrder.has(id);
  }

  /** Where an id leads: to itself, or to the item it was merged into. */
  keptFor(id: string): string {
    const { user } = this.options;
    const isThere = this.isBundled(id) || user?.items.has(id);
    return isThere ? id : (user?.merged.keptFor(id) ?? id);
  }

  /** Takes notice of what else changed. */
  noticed({ subject, ids }: Changes): void {
    if (subject === "reviews" || subject === "knowledge")
      this.#counts?.reviewsChanged();
    if (subject === "positions") this.#putLive(ids);
  }

  /** Members of a collection changed, or a collection came or went. */
  collectionsChanged(): void {
    this.#index.forgetLists();
    this.options.onChange([]);
  }

  /** Computes what lists need before anybody waits for it. */
  async warm(): Promise<void> {
    await (await this.index()).warm(() => this.#isClosed);
  }

  close(): void {
    this.#isClosed = true;
  }

  async #load(): Promise<void> {
    this.#index.put(
      [...this.#bundled.list()].map((item) => this.#bundledEntry(item)),
    );
    const imported = (this.options.user?.items.entries() ?? [])[
      Symbol.iterator
    ]();
    await inTurns(() => {
      const batch: CatalogueEntry[] = [];
      while (batch.length < BATCH) {
        const { value } = imported.next();
        if (!value) break;
        batch.push(this.#importedEntry(value));
      }
      this.#index.put(batch);
      return batch.length < BATCH || this.#isClosed;
    });
  }

  #follow(ids: readonly string[]): void {
    if (this.options.user?.merged.concerns(ids)) {
      // Ids lead elsewhere than before: collections, notes and cards say something else.
      this.#memberships = undefined;
      this.#counts?.idsChanged();
    }
    // What is not loaded yet will be loaded as it is then.
    if (this.#isClosed || !this.#loaded) return;
    const entries = ids.map((id) => this.#entryFor(id));
    this.#index.put(entries.filter((entry) => entry !== undefined));
    this.#index.remove(ids.filter((_, at) => entries[at] === undefined));
  }

  #putLive(ids: readonly string[]): void {
    this.#index.putLive(ids.map((id) => [id, this.#liveOf(id)]));
  }

  #entryFor(id: string): CatalogueEntry | undefined {
    const bundled = this.#bundled.find(id);
    if (bundled) return this.#bundledEntry(bundled);
    const imported = this.options.user?.items.findEntry(id);
    return imported && this.#importedEntry(imported);
  }

  #bundledEntry({ metadata, words }: LibraryItem): CatalogueEntry {
    return {
      ...metadata,
      words: words(),
      readingOrder: this.#readingOrder.get(metadata.id) ?? 0,
      ...this.#liveOf(metadata.id),
    };
  }

  #importedEntry(item: ItemEntry): CatalogueEntry {
    return {
      ...metadataOf(item),
      words: item.words,
      addedAt: item.importedAt,
      ...this.#liveOf(item.id),
    };
  }

  #liveOf(
    id: string,
  ): Pick<CatalogueEntry, "position" | "noteCount" | "dueCount"> {
    const position = this.options.findPosition(id);
    return {
      noteCount: this.#counts?.noteCount(id) ?? 0,
      dueCount: this.#counts?.dueCount(id) ?? 0,
      ...(position ? { position } : {}),
    };
  }
}
