import type { CitationProgress } from "#bridge/contract/citations";
import { ok, type Result } from "#domain/result";
import type { Catalogue } from "../catalogue/catalogue";
import { findCited } from "./cited-items";
import type { CitedItem } from "./citation-of-item";
import type { ReferenceJob } from "./reference-protocol";
import { ReferenceThread } from "./reference-thread";

/** So many items are handed over at once. */
const PIECE = 200;

interface Run {
  readonly stop: AbortController;
  progress: CitationProgress;
}

/** Writes the references of many items in a thread of their own, with progress, until they are written or cancelled. */
export class ReferenceDesk {
  readonly #script: string;
  readonly #onChange: () => void;
  readonly #runs = new Set<Run>();

  /** `script`: where the thread's program lies; `onChange` is called when the progress is another. */
  constructor(script: string, onChange: () => void) {
    this.#script = script;
    this.#onChange = onChange;
  }

  /** How far the largest piece of work has come; `undefined` when there is none. */
  progress(): CitationProgress | undefined {
    return [...this.#runs]
      .map(({ progress }) => progress)
      .sort((a, b) => b.total - a.total)[0];
  }

  /** Ends everything that is being written. */
  cancel(): void {
    for (const { stop } of this.#runs) stop.abort();
  }

  /** The text of a job; `null` when it was cancelled. Failures: `not-found`, `read-failed`. */
  async write(
    catalogue: Catalogue,
    ids: readonly string[],
    job: ReferenceJob,
  ): Promise<Result<string | null>> {
    const total = ids.length;
    const run: Run = {
      stop: new AbortController(),
      progress: { step: "reading", done: 0, total },
    };
    const thread = new ReferenceThread(this.#script);
    run.stop.signal.addEventListener("abort", () => thread.end());
    this.#runs.add(run);
    try {
      const failed = await this.#tellItems(thread, run, catalogue, ids);
      if (failed) return failed;
      this.#tell(run, { step: "writing", done: 0, total });
      return ok(
        await thread.write(job, (done) =>
          this.#tell(run, { step: "writing", done, total }),
        ),
      );
    } catch (error) {
      if (run.stop.signal.aborted) return ok(null);
      throw error;
    } finally {
      this.#runs.delete(run);
      thread.end();
      this.#onChange();
    }
  }

  async #tellItems(
    thread: ReferenceThread,
    run: Run,
    catalogue: Catalogue,
    ids: readonly string[],
  ): Promise<Result<null> | undefined> {
    const { total } = run.progress;
    let items: CitedItem[] = [];
    for (const [at, id] of ids.entries()) {
      if (run.stop.signal.aborted) return ok(null);
      const item = await findCited(catalogue, id);
      if (!item.ok) return item;
      if (items.push(item.value) < PIECE && at + 1 < total) continue;
      thread.tell(items);
      items = [];
      this.#tell(run, { step: "reading", done: at + 1, total });
    }
    return undefined;
  }

  #tell(run: Run, progress: CitationProgress): void {
    run.progress = progress;
    this.#onChange();
  }
}
