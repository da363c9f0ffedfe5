import type { LibraryProblem } from "#bridge/contract/library";
import type { Failure } from "#domain/failure";
import {
  changeMembers,
  type MemberChange,
} from "#domain/library/change-members";
import { fail, ok, type Result } from "#domain/result";
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { ulid } from "ulidx";
import { errorCode, errorDetail } from "../storage/error-detail";
import { KeyedQueue } from "../storage/keyed-queue";
import { replaceFile } from "../storage/replace-file";
import { isTrashedPath, moveToTrash, restoreFromTrash } from "../storage/trash";
import {
  editCollection,
  formatCollection,
  parseCollection,
  type UserCollection,
} from "./collection-file";

const FILE_NAME = /^(col_[0-9A-Z]{26}(?: \d+)?)\.yaml$/u;

/** The collections of the user: one file each in `<library>/collections`, read anew before every change. */
export class CollectionStore {
  readonly #library: string;
  readonly #folder: string;
  readonly #historyFolder: string;
  readonly #queue = new KeyedQueue();
  readonly #collections = new Map<string, UserCollection>();
  readonly #unreadable = new Map<string, string>();
  /** The order before the last removal from each, for putting things back in their place. */
  readonly #before = new Map<string, readonly string[]>();
  #version = 0;

  private constructor(library: string, userData: string) {
    this.#library = library;
    this.#folder = join(library, "collections");
    this.#historyFolder = join(userData, "history", "collections");
  }

  /** Reads all collections; one that cannot be read is among the problems and stays as it is. */
  static async open(
    library: string,
    userData: string,
  ): Promise<CollectionStore> {
    const store = new CollectionStore(library, userData);
    const names = await readdir(store.#folder).catch(() => []);
    for (const name of names) {
      const [, id] = FILE_NAME.exec(name) ?? [];
      if (id !== undefined) await store.#read(id);
    }
    return store;
  }

  /** Oldest first. */
  list(): readonly (readonly [id: string, collection: UserCollection])[] {
    return [...this.#collections].sort(
      ([aId, a], [bId, b]) => a.createdAt - b.createdAt || (aId < bId ? -1 : 1),
    );
  }

  find(id: string): UserCollection | undefined {
    return this.#collections.get(id);
  }

  /** Raised by every change. */
  get version(): number {
    return this.#version;
  }

  get problems(): readonly LibraryProblem[] {
    return [...this.#unreadable].map(([id, detail]) => ({
      code: "collection-unreadable",
      path: posix.join("collections", `${id}.yaml`),
      detail,
      count: 1,
    }));
  }

  /** Failure: `write-failed`. */
  async create(title: string, now: number): Promise<Result<string>> {
    const id = `col_${ulid(now)}`;
    const collection = { title, createdAt: now, items: [] };
    const written = await this.#write(
      id,
      formatCollection(id, collection),
      now,
    );
    return written.ok ? ok(id) : written;
  }

  /** Returns the title before. Failures: `not-found`, `read-failed`, `write-failed`. */
  rename(id: string, title: string, now: number): Promise<Result<string>> {
    return this.#change(id, now, ({ title: before }) => ({
      edits: { title },
      outcome: before,
    }));
  }

  /** Failures: `not-found`, `read-failed`, `write-failed`. */
  setMembers(
    id: string,
    change: {
      readonly add: readonly string[];
      readonly remove: readonly string[];
    },
    now: number,
  ): Promise<Result<Omit<MemberChange, "items">>> {
    return this.#change(id, now, (collection) => {
      const { items, added, removed } = changeMembers(
        collection.items,
        change,
        this.#before.get(id),
      );
      if (removed.length > 0) this.#before.set(id, collection.items);
      return { edits: { items }, outcome: { added, removed } };
    });
  }

  /** Moves a collection to the trash. Failures: `not-found`, `write-failed`. */
  remove(id: string, now: number): Promise<Result<string>> {
    return this.#queue.run(id, async () => {
      if (!this.#collections.has(id)) return notFound(id);
      try {
        const trashed = await moveToTrash(this.#library, this.#pathOf(id), now);
        this.#put(id, undefined);
        return ok(trashed);
      } catch (error) {
        return writeFailed(this.#pathOf(id), error);
      }
    });
  }

  /** Brings a collection back; returns its id. Failures: `not-found`, `write-failed`, `read-failed`. */
  async restore(trashed: string): Promise<Result<string>> {
    const isOne =
      isTrashedPath(trashed) && FILE_NAME.test(posix.basename(trashed));
    if (!isOne) return notFound(trashed);
    try {
      const path = await restoreFromTrash(this.#library, trashed, this.#folder);
      const [, id = ""] =
        FILE_NAME.exec(path.split(/[\\/]/u).at(-1) ?? "") ?? [];
      const read = await this.#read(id);
      return read.ok ? ok(id) : read;
    } catch (error) {
      return errorCode(error) === "ENOENT"
        ? notFound(trashed)
        : writeFailed(trashed, error);
    }
  }

  idle(): Promise<void> {
    return this.#queue.idle();
  }

  #change<Outcome>(
    id: string,
    now: number,
    change: (collection: UserCollection) => {
      readonly edits: Parameters<typeof editCollection>[1];
      readonly outcome: Outcome;
    },
  ): Promise<Result<Outcome>> {
    return this.#queue.run(id, async () => {
      if (!this.#collections.has(id)) return notFound(id);
      const read = await this.#read(id);
      if (!read.ok) return read;
      const { edits, outcome } = change(read.value.collection);
      const edited = editCollection(read.value.file, edits);
      const written = await this.#write(id, edited, now);
      return written.ok ? ok(outcome) : written;
    });
  }

  async #read(
    id: string,
  ): Promise<Result<{ file: string; collection: UserCollection }>> {
    const path = this.#pathOf(id);
    let detail: string;
    try {
      const file = await readFile(path, "utf8");
      const collection = parseCollection(file);
      if (collection.ok) {
        this.#put(id, collection.value);
        return ok({ file, collection: collection.value });
      }
      detail = collection.failure;
    } catch (error) {
      detail = errorDetail(error);
    }
    this.#put(id, undefined);
    this.#unreadable.set(id, detail);
    return fail({ code: "read-failed", path, detail });
  }

  async #write(id: string, file: string, now: number): Promise<Result<null>> {
    const path = this.#pathOf(id);
    try {
      await replaceFile(path, file, {
        now,
        historyFolder: join(this.#historyFolder, id),
      });
    } catch (error) {
      return writeFailed(path, error);
    }
    const read = await this.#read(id);
    return read.ok ? ok(null) : read;
  }

  #put(id: string, collection: UserCollection | undefined): void {
    this.#unreadable.delete(id);
    if (collection) this.#collections.set(id, collection);
    else this.#collections.delete(id);
    this.#version += 1;
  }

  #pathOf(id: string): string {
    return join(this.#folder, `${id}.yaml`);
  }
}

function notFound(id: string): { ok: false; failure: Failure } {
  return fail({ code: "not-found", kind: "collection", id });
}

function writeFailed(
  path: string,
  error: unknown,
): { ok: false; failure: Failure } {
  return fail({ code: "write-failed", path, detail: errorDetail(error) });
}
