import { readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { contentHash } from "../storage/content-hash";
import { KeyedQueue } from "../storage/keyed-queue";
import { replaceFile } from "../storage/replace-file";

const draftSchema = v.object({
  id: v.string(),
  base: v.string(),
  title: v.string(),
  tags: v.array(v.string()),
  body: v.string(),
});
export type Draft = v.InferOutput<typeof draftSchema>;

/** Keeps typing that is not saved yet, one file a note, outside the library: a crash loses at most the last quarter second. */
export class DraftJournal {
  readonly #folder: string;
  readonly #queue = new KeyedQueue();

  constructor(folder: string) {
    this.#folder = folder;
  }

  keep(draft: Draft, now: number): Promise<void> {
    return this.#queue.run(draft.id, async () => {
      await replaceFile(this.#pathOf(draft.id), JSON.stringify(draft), { now });
    });
  }

  /** The unsaved typing of a note, if any; an unreadable draft counts as none. */
  async find(id: string): Promise<Draft | undefined> {
    try {
      const read = v.safeParse(
        draftSchema,
        JSON.parse(await readFile(this.#pathOf(id), "utf8")),
      );
      return read.success && read.output.id === id ? read.output : undefined;
    } catch {
      return undefined;
    }
  }

  /** Forgets the draft once its note is saved. */
  drop(id: string): Promise<void> {
    return this.#queue.run(id, () =>
      unlink(this.#pathOf(id)).catch(() => undefined),
    );
  }

  #pathOf(id: string): string {
    return join(this.#folder, `${contentHash(id).slice(0, 26)}.json`);
  }
}
