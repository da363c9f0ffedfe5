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

  constructor(options: KeptSearchesOptions) {
    this.#options = options;
  }

  /** Oldest first: ids carry their time. What cannot be read stays where it is. */
  async list(): Promise<SavedSearch[]> {
    const folder = join(this.#options.library, FOLDER);
    const names = await readdir(folder).catch(() => []);
    const found = await Promise.all(
      names.sort().map(async (name) => {
        const [, id] = FILE_NAME.exec(name) ?? [];
        return id === undefined ? undefined : this.#read(id);
      }),
    );
    return found.filter((each) => each !== undefined);
  }

  /** Keeps a search, or changes a kept one. Fields of a newer version stay. Failure: `write-failed`. */
  save(
    search: Omit<SavedSearch, "id"> & { readonly id?: string | undefined },
    now: number,
  ): Promise<Result<null>> {
    const { id: given = "", name, text, any, aliases } = search;
    const id = FILE_NAME.test(`${given}.json`) ? given : `s_${ulid(now)}`;
    return this.#queue.run(id, async () => {
      const before = await this.#values(id);
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
    const values = await this.#values(id);
    if (!values) return undefined;
    const { name, text, any, aliases } = values;
    return { id, name, text, any, aliases };
  }

  async #values(id: string): Promise<v.InferOutput<typeof schema> | undefined> {
    try {
      const json: unknown = JSON.parse(
        await readFile(this.#pathOf(id), "utf8"),
      );
      return v.parse(schema, json);
    } catch {
      return undefined;
    }
  }

  #pathOf(id: string): string {
    return join(this.#options.library, FOLDER, `${id}.json`);
  }
}

function writeFailed(id: string, error: unknown): Result<never> {
  const path = posix.join(FOLDER, `${id}.json`);
  return fail({ code: "write-failed", path, detail: errorDetail(error) });
}
