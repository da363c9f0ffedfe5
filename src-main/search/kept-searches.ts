import type { LibraryProblem } from "#bridge/contract/library";
import type { SavedSearch } from "#bridge/contract/search";
import { fail, ok, type Result } from "#domain/result";
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { ulid } from "ulidx";
import * as v from "valibot";
import { errorCode, errorDetail } from "../storage/error-detail";
import { KeyedQueue } from "../storage/keyed-queue";
import { replaceFile } from "../storage/replace-file";
import { moveToTrash } from "../storage/trash";

const FOLDER = "searches";
const FILE_NAME = /^(s_[0-9A-Z]{26})\.json$/u;
const schema = v.looseObject({
  v: v.literal(1),
  name: v.pipe(v.string(), v.minLength(1)),
  text: v.string(),
  any: v.optional(v.boolean(), false),
  aliases: v.optional(v.boolean(), true),
});

export interface KeptSearchesOptions {
  readonly library: string;
  readonly historyFolder: string;
}

/** The searches that a person keeps: `<library>/searches/<id>.json`, read anew each time, since others may write there. */
export class KeptSearches {
  readonly #options: KeptSearchesOptions;
  readonly #queue = new KeyedQueue();
  readonly #problems = new Map<string, LibraryProblem>();

  constructor(options: KeptSearchesOptions) {
    this.#options = options;
  }

  /** Files that could not be read when they were last looked at; they were left as they are. */
  get problems(): readonly LibraryProblem[] {
    return [...this.#problems.values()];
  }

  /** Oldest first: ids carry their time. What cannot be read stays where it is, and is among the problems. */
  async list(): Promise<SavedSearch[]> {
    const folder = join(this.#options.library, FOLDER);
    const names = await readdir(folder).catch(() => []);
    this.#problems.clear();
    const found = await Promise.all(
      names.sort().map(async (name) => {
        const [, id] = FILE_NAME.exec(name) ?? [];
        return id === undefined ? undefined : this.#read(id);
      }),
    );
    return found.filter((each) => each !== undefined);
  }

  /**
   * Keeps a search, or changes a kept one; fields that are not known stay. Failures: `write-failed`, and
   * `library-damaged` for a file that cannot be read or is of a newer version, which is not replaced.
   */
  save(
    search: Omit<SavedSearch, "id"> & { readonly id?: string | undefined },
    now: number,
  ): Promise<Result<null>> {
    const { id: given = "", name, text, any, aliases } = search;
    const id = FILE_NAME.test(`${given}.json`) ? given : `s_${ulid(now)}`;
    return this.#queue.run(id, async () => {
      const read = await this.#values(id);
      if (!read.ok) {
        const { path, detail } = read.failure;
        return fail({ code: "library-damaged", path, detail });
      }
      const before = read.value;
      const values = { ...before, v: 1, name, text, any, aliases };
      try {
        await replaceFile(
          this.#pathOf(id),
          `${JSON.stringify(values, null, 2)}\n`,
          { now, historyFolder: join(this.#options.historyFolder, id) },
        );
        return ok(null);
      } catch (error) {
        return writeFailed(id, error);
      }
    });
  }

  /** Moves a kept search to the trash; one that is gone already is no failure. Failure: `write-failed`. */
  remove(id: string, now: number): Promise<Result<null>> {
    if (!FILE_NAME.test(`${id}.json`)) return Promise.resolve(ok(null));
    return this.#queue.run(id, async () => {
      try {
        await moveToTrash(this.#options.library, this.#pathOf(id), now);
        return ok(null);
      } catch (error) {
        return errorCode(error) === "ENOENT"
          ? ok(null)
          : writeFailed(id, error);
      }
    });
  }

  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  async #read(id: string): Promise<SavedSearch | undefined> {
    const read = await this.#values(id);
    if (!read.ok) this.#problems.set(id, read.failure);
    if (!read.ok || !read.value) return undefined;
    const { name, text, any, aliases } = read.value;
    return { id, name, text, any, aliases };
  }

  /** What a file says; nothing where there is none. */
  async #values(
    id: string,
  ): Promise<Result<v.InferOutput<typeof schema> | undefined, LibraryProblem>> {
    try {
      const json: unknown = JSON.parse(
        await readFile(this.#pathOf(id), "utf8"),
      );
      return ok(v.parse(schema, json));
    } catch (error) {
      if (errorCode(error) === "ENOENT") return ok(undefined);
      return fail({
        code: "kept-search-unreadable",
        path: relativePath(id),
        detail: errorDetail(error),
        count: 1,
      });
    }
  }

  #pathOf(id: string): string {
    return join(this.#options.library, FOLDER, `${id}.json`);
  }
}

function relativePath(id: string): string {
  return posix.join(FOLDER, `${id}.json`);
}

function writeFailed(id: string, error: unknown): Result<never> {
  const path = relativePath(id);
  return fail({ code: "write-failed", path, detail: errorDetail(error) });
}
