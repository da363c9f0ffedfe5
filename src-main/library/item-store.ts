import type { LibraryProblem } from "#bridge/contract/library";
import type { Failure } from "#domain/failure";
import { fail, ok, type Result } from "#domain/result";
import type { StructuredText } from "#domain/text/blocks";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorDetail } from "../storage/error-detail";
import { editKeys } from "../storage/key-lines";
import { KeyedQueue } from "../storage/keyed-queue";
import { replaceFile } from "../storage/replace-file";
import { moveToTrash, restoreFromTrash } from "../storage/trash";
import { CatalogueSnapshot } from "./catalogue-snapshot";
import { META_FILE, readMeta } from "./item-folders";
import {
  metadataOf,
  type ItemCorrections,
  type ItemEntry,
  type ItemRecord,
} from "./item-record";
import { KnownItems } from "./known-items";
import type { ItemSource, LibraryItem } from "./library-item";
import { findPlaces, FORMATS_WITH_PLACES } from "./find-places";
import type { ParsedTexts } from "./parsed-texts";
import { rereadItem } from "./reread-item";
import { sweepStaging } from "./sweep-staging";
import { TrashedItems } from "./trashed-items";

export interface ItemStoreOptions {
  /** The library's folder. */
  readonly library: string;
  /** Of the library: names its catalogue outside it. */
  readonly libraryId: string;
  readonly userData: string;
  readonly texts: ParsedTexts;
}

/**
 * The imported items of a library: their files are the truth, in memory stands what a list needs. Each item is a folder
 * `items/<id>` with its immutable original and `meta.yaml`.
 */
export class ItemStore implements ItemSource {
  /** `<library>/items`. */
  readonly folder: string;
  readonly texts: ParsedTexts;
  /** Another process may have the library open: nothing in it is written. */
  readonly isReadOnly: boolean;
  readonly trash: TrashedItems;
  /** Resolves once every item's file has been looked at after opening. */
  settled: Promise<void> = Promise.resolve();
  readonly #library: string;
  readonly #historyFolder: string;
  /** Originals are copied one after another, in the order they were given. */
  readonly staging = new KeyedQueue();
  /** Imports of the same bytes go one after another, by their id. */
  readonly importing = new KeyedQueue();
  readonly #queue = new KeyedQueue();
  readonly #known: KnownItems;
  readonly #items = new WeakMap<ItemEntry, LibraryItem>();

  private constructor(options: ItemStoreOptions, isReadOnly: boolean) {
    const { library, libraryId, userData, texts } = options;
    this.#library = library;
    this.isReadOnly = isReadOnly;
    this.folder = join(library, "items");
    this.texts = texts;
    this.trash = new TrashedItems(library);
    this.#historyFolder = join(userData, "history");
    const snapshot = join(userData, "catalogue", `${libraryId}.jsonl`);
    this.#known = new KnownItems(new CatalogueSnapshot(snapshot, !isReadOnly));
  }

  /** Opens the items of a library that this process has locked; what a crash left of an import goes to quarantine. */
  static async open(options: ItemStoreOptions): Promise<ItemStore> {
    const store = new ItemStore(options, false);
    await sweepStaging(store.folder, join(options.userData, "quarantine"));
    const { settled } = await store.#known.load(store.folder);
    store.settled = settled;
    return store;
  }

  /** The same for commands that only read: nothing is moved or made. */
  static async openReadOnly(options: ItemStoreOptions): Promise<ItemStore> {
    const store = new ItemStore(options, true);
    await (
      await store.#known.load(store.folder)
    ).settled;
    return store;
  }

  get size(): number {
    return this.#known.size;
  }

  has(id: string): boolean {
    return this.#known.find(id) !== undefined;
  }

  find(id: string): LibraryItem | undefined {
    const entry = this.#known.find(id);
    return entry && this.#itemOf(entry);
  }

  /** What is kept in memory of an item. */
  findEntry(id: string): ItemEntry | undefined {
    return this.#known.find(id);
  }

  *list(): Iterable<LibraryItem> {
    for (const entry of this.#known.entries()) yield this.#itemOf(entry);
  }

  entries(): Iterable<ItemEntry> {
    return this.#known.entries();
  }

  /** Everything `meta.yaml` says. Failures: `not-found`, `read-failed`. */
  async getRecord(id: string): Promise<Result<ItemRecord>> {
    if (!this.has(id)) return notFound(id);
    const read = await readMeta(this.folder, id);
    return read.ok
      ? ok(read.value.record)
      : fail({
          code: "read-failed",
          path: this.#metaPath(id),
          detail: read.failure,
        });
  }

  /** Path of the original. Failure: `not-found`. */
  originalOf(id: string): Result<string> {
    const entry = this.findEntry(id);
    return entry ? ok(join(this.folder, id, entry.original)) : notFound(id);
  }

  /**
   * Changes the corrections of an item: `change` is given those that stand. Failures: `not-found`, `read-failed`,
   * `write-failed`.
   */
  correct(
    id: string,
    change: (record: ItemRecord) => ItemCorrections,
    now: number,
  ): Promise<Result<ItemRecord>> {
    return this.edit(
      id,
      (record) => {
        const corrections = Object.fromEntries(
          Object.entries(change(record)).filter(
            ([, value]) => value !== undefined,
          ),
        );
        const isEmpty = Object.keys(corrections).length === 0;
        return { corrections: isEmpty ? undefined : corrections };
      },
      now,
    );
  }

  /** Sets keys of an item's `meta.yaml`; what is not named stays letter for letter. */
  edit(
    id: string,
    change: (record: ItemRecord) => Readonly<Record<string, unknown>>,
    now: number,
  ): Promise<Result<ItemRecord>> {
    return this.#queue.run(id, async () => {
      const before = await this.getRecord(id);
      if (!before.ok) return before;
      const path = this.#metaPath(id);
      try {
        const file = await readFile(path, "utf8");
        await replaceFile(path, editKeys(file, change(before.value)), {
          now,
          historyFolder: join(this.#historyFolder, "items", id),
          // Beside the items, where a start looks for what a crash left.
          temporaryFolder: this.folder,
        });
      } catch (error) {
        return writeFailed(path, error);
      }
      const after = await readMeta(this.folder, id);
      if (!after.ok)
        return fail({ code: "read-failed", path, detail: after.failure });
      this.#known.put([after.value]);
      return ok(after.value.record);
    });
  }

  /** Takes in a new item, whose folder has just been renamed into its place. @throws the system's error */
  async take(record: ItemRecord): Promise<void> {
    const { mtimeMs, size } = await stat(this.#metaPath(record.id));
    this.#known.put([{ record, mtimeMs, size }]);
  }

  /** Takes in a folder that has come back. Failure: `read-failed`. */
  async admit(id: string): Promise<Result<ItemRecord>> {
    const read = await readMeta(this.folder, id);
    if (!read.ok)
      return fail({
        code: "read-failed",
        path: this.#metaPath(id),
        detail: read.failure,
      });
    this.#known.put([read.value]);
    return ok(read.value.record);
  }

  /** Moves an item with all its files to the trash. Failures: `not-found`, `write-failed`. */
  remove(id: string, now: number): Promise<Result<string>> {
    return this.#queue.run(id, async () => {
      if (!this.has(id)) return notFound(id);
      const folder = join(this.folder, id);
      try {
        const trashed = await moveToTrash(this.#library, folder, now);
        this.trash.add(id, trashed);
        this.#known.forget(id);
        this.texts.forget(id);
        return ok(trashed);
      } catch (error) {
        return writeFailed(folder, error);
      }
    });
  }

  /** Brings an item back from the trash. Failures: `not-found`, `write-failed`, `read-failed`. */
  async restore(trashed: string): Promise<Result<string>> {
    const id = await this.trash.idOf(trashed);
    if (id === undefined || this.has(id)) return notFound(trashed);
    return this.#queue.run(id, async () => {
      try {
        await restoreFromTrash(this.#library, trashed, this.folder, id);
      } catch (error) {
        return writeFailed(trashed, error);
      }
      this.trash.delete(id, trashed);
      const admitted = await this.admit(id);
      return admitted.ok ? ok(id) : admitted;
    });
  }

  /** Calls back with the ids of items that came, changed or went; returns how to stop. */
  onChange(listener: (ids: readonly string[]) => void): () => void {
    return this.#known.onChange(listener);
  }

  /** Items whose `meta.yaml` cannot be read; they are left as they are. */
  get problems(): LibraryProblem[] {
    return this.#known.problems;
  }

  async close(): Promise<void> {
    await this.staging.idle();
    await this.importing.idle();
    await this.#queue.idle();
    await this.#known.close();
    await this.settled;
  }

  #itemOf(entry: ItemEntry): LibraryItem {
    const known = this.#items.get(entry);
    if (known) return known;
    const item: LibraryItem = {
      metadata: metadataOf(entry),
      words: () => entry.words,
      addedAt: entry.importedAt,
      structured: () => this.#structured(entry),
      ...(FORMATS_WITH_PLACES.has(entry.format)
        ? { places: () => findPlaces(this, entry) }
        : {}),
    };
    this.#items.set(entry, item);
    return item;
  }

  async #structured(entry: ItemEntry): Promise<Result<StructuredText>> {
    const parsed = await this.texts.find(entry);
    if (parsed) return ok(parsed.structured);
    const reread = await rereadItem(this, entry);
    return reread.ok ? ok(reread.value.structured) : reread;
  }

  #metaPath(id: string): string {
    return join(this.folder, id, META_FILE);
  }
}

function notFound(id: string): { ok: false; failure: Failure } {
  return fail({ code: "not-found", kind: "item", id });
}

function writeFailed(
  path: string,
  error: unknown,
): { ok: false; failure: Failure } {
  return fail({ code: "write-failed", path, detail: errorDetail(error) });
}
