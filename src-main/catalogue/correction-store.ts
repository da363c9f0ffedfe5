import type { LibraryProblem } from "#bridge/contract/library";
import type { ItemChanges } from "#domain/library/item-changes";
import { fail, ok, type Result } from "#domain/result";
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import * as v from "valibot";
import { correctionsSchema } from "../library/meta-file";
import { errorCode, errorDetail } from "../storage/error-detail";
import { editKeys, keyLine, readKeys } from "../storage/key-lines";
import { KeyedQueue } from "../storage/keyed-queue";
import { replaceFile } from "../storage/replace-file";

const FILE_NAME = /^([a-z0-9][a-z0-9-]{0,120})\.yaml$/u;
/** Raised when an older program could not read the file any more. */
const VERSION = 1;

const schema = v.object({
  v: v.optional(
    v.pipe(v.number(), v.maxValue(VERSION, "of a newer program")),
    VERSION,
  ),
  corrections: v.optional(correctionsSchema, {}),
  mergedFrom: v.optional(v.array(v.string()), []),
});

/** What the user's library says about a bundled item. */
export interface BundledCorrection {
  readonly corrections: ItemChanges;
  /** Ids of items that were merged into it. */
  readonly mergedFrom: readonly string[];
}

const NONE: BundledCorrection = { corrections: {}, mergedFrom: [] };

/** Corrections of bundled items, one file each in `<library>/corrections`: the bundled files are never written. */
export class CorrectionStore {
  readonly #folder: string;
  readonly #historyFolder: string;
  readonly #queue = new KeyedQueue();
  readonly #corrections = new Map<string, BundledCorrection>();
  readonly #unreadable = new Map<string, string>();
  readonly #listeners = new Set<(id: string) => void>();

  private constructor(library: string, userData: string) {
    this.#folder = join(library, "corrections");
    this.#historyFolder = join(userData, "history", "corrections");
  }

  /** Reads all corrections; one that cannot be read is among the problems and stays as it is. */
  static async open(
    library: string,
    userData: string,
  ): Promise<CorrectionStore> {
    const store = new CorrectionStore(library, userData);
    for (const name of await readdir(store.#folder).catch(() => [])) {
      const [, id] = FILE_NAME.exec(name) ?? [];
      if (id !== undefined) await store.#read(id);
    }
    return store;
  }

  find(id: string): BundledCorrection | undefined {
    return this.#corrections.get(id);
  }

  entries(): Iterable<readonly [id: string, correction: BundledCorrection]> {
    return this.#corrections;
  }

  get problems(): LibraryProblem[] {
    return [...this.#unreadable].map(([id, detail]) => ({
      code: "item-unreadable",
      path: posix.join("corrections", `${id}.yaml`),
      detail,
      count: 1,
    }));
  }

  /** Changes what stands of one item; returns what stood before. Failures: `read-failed`, `write-failed`. */
  edit(
    id: string,
    change: (before: BundledCorrection) => BundledCorrection,
    now: number,
  ): Promise<Result<BundledCorrection>> {
    return this.#queue.run(id, async () => {
      const read = await this.#read(id);
      if (!read.ok) return read;
      const { file, correction } = read.value;
      const { corrections, mergedFrom } = change(correction);
      const edits = {
        corrections:
          Object.keys(corrections).length > 0 ? corrections : undefined,
        mergedFrom: mergedFrom.length > 0 ? mergedFrom : undefined,
      };
      const path = this.#pathOf(id);
      try {
        await replaceFile(path, editKeys(file, edits), {
          now,
          historyFolder: join(this.#historyFolder, id),
        });
      } catch (error) {
        return fail({ code: "write-failed", path, detail: errorDetail(error) });
      }
      const written = await this.#read(id);
      if (!written.ok) return written;
      for (const listener of this.#listeners) listener(id);
      return ok(correction);
    });
  }

  /** Calls back with the id of an item whose corrections changed. */
  onChange(listener: (id: string) => void): void {
    this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.#queue.idle();
  }

  async #read(
    id: string,
  ): Promise<Result<{ file: string; correction: BundledCorrection }>> {
    const path = this.#pathOf(id);
    let detail: string;
    try {
      const file = await readFile(path, "utf8");
      const correction = parse(file);
      if (correction.ok) {
        this.#corrections.set(id, correction.value);
        this.#unreadable.delete(id);
        return ok({ file, correction: correction.value });
      }
      detail = correction.failure;
    } catch (error) {
      if (errorCode(error) === "ENOENT") {
        this.#corrections.delete(id);
        const file = keyLine("v", VERSION) + keyLine("item", id);
        return ok({ file, correction: NONE });
      }
      detail = errorDetail(error);
    }
    this.#unreadable.set(id, detail);
    return fail({ code: "read-failed", path, detail });
  }

  #pathOf(id: string): string {
    return join(this.#folder, `${id}.yaml`);
  }
}

function parse(file: string): Result<BundledCorrection, string> {
  const values = readKeys(file);
  if (!values.ok) return values;
  const read = v.safeParse(schema, values.value);
  if (!read.success) {
    const [issue] = read.issues;
    return fail(`${v.getDotPath(issue) ?? ""} ${issue.message}`.trim());
  }
  const { corrections, mergedFrom } = read.output;
  return ok({ corrections: corrections as ItemChanges, mergedFrom });
}
