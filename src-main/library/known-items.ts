import type { LibraryProblem } from "#bridge/contract/library";
import { posix } from "node:path";
import type { CatalogueSnapshot, KnownEntry } from "./catalogue-snapshot";
import {
  isItemId,
  listItemFolders,
  META_FILE,
  type ReadMeta,
} from "./item-folders";
import { entryOf, type ItemEntry } from "./item-record";
import { verifyEntries } from "./verify-entries";

/** What is kept in memory of every item, in line with the snapshot; whoever listens is told what changes. */
export class KnownItems {
  readonly #snapshot: CatalogueSnapshot;
  readonly #known = new Map<string, KnownEntry>();
  readonly #unreadable = new Map<string, string>();
  readonly #listeners = new Set<(ids: readonly string[]) => void>();
  readonly #stop = new AbortController();

  constructor(snapshot: CatalogueSnapshot) {
    this.#snapshot = snapshot;
  }

  get size(): number {
    return this.#known.size;
  }

  find(id: string): ItemEntry | undefined {
    return this.#known.get(id)?.entry;
  }

  *entries(): Generator<ItemEntry> {
    for (const { entry } of this.#known.values()) yield entry;
  }

  /** Items whose `meta.yaml` cannot be read; they are left as they are. */
  get problems(): LibraryProblem[] {
    return [...this.#unreadable].map(([id, detail]) => ({
      code: "item-unreadable",
      path: posix.join("items", id, META_FILE),
      detail,
      count: 1,
    }));
  }

  /**
   * Takes from the snapshot what is there, and begins to look at every item's file; `settled` resolves when all are
   * known as they are.
   */
  async load(items: string): Promise<{ readonly settled: Promise<void> }> {
    const [names, snapshot] = await Promise.all([
      listItemFolders(items),
      this.#snapshot.load(),
    ]);
    const there = names.filter(isItemId);
    for (const id of there) {
      const known = snapshot.get(id);
      if (known) this.#known.set(id, known);
      snapshot.delete(id);
    }
    this.#snapshot.append([...snapshot.keys()].map((id) => [id, undefined]));
    return { settled: this.#verify(items, there) };
  }

  /** Takes in what was read of some items. */
  put(read: readonly ReadMeta[]): void {
    const changes = read.map(({ record, mtimeMs, size }) => {
      const known = { entry: entryOf(record), mtimeMs, size };
      this.#known.set(record.id, known);
      this.#unreadable.delete(record.id);
      return [record.id, known] as const;
    });
    this.#snapshot.append(changes);
    this.#tell(changes.map(([id]) => id));
  }

  forget(id: string): void {
    this.#known.delete(id);
    this.#unreadable.delete(id);
    this.#snapshot.append([[id, undefined]]);
    this.#tell([id]);
  }

  /** Calls back with the ids of items that came, changed or went; returns how to stop. */
  onChange(listener: (ids: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks at no further files and tells nobody any more. */
  close(): Promise<void> {
    this.#stop.abort();
    this.#listeners.clear();
    return this.#snapshot.idle();
  }

  async #verify(items: string, ids: readonly string[]): Promise<void> {
    const { signal } = this.#stop;
    await verifyEntries(items, ids, this.#known, {
      signal,
      put: (read) => this.put(read),
      unreadable: (id, detail) => {
        this.forget(id);
        this.#unreadable.set(id, detail);
      },
    });
    if (!signal.aborted) await this.#snapshot.compact(this.#known);
  }

  #tell(ids: readonly string[]): void {
    for (const listener of this.#listeners) listener(ids);
  }
}
