import type { ImportFile, ImportStatus } from "#bridge/contract/import";
import { ok } from "#domain/result";
import { ask } from "../../app/ask";
import { onChanges, request } from "../../app/bridge";
import { coalesce } from "../../app/coalesce";
import { copyText } from "../../app/copy-text";
import { notices } from "../../app/notices.svelte";
import { Stretches } from "../../app/stretches.svelte";
import { reportText, summaryWords } from "./report-words";

/** A thousand files come in within minutes: the screen follows at a pace one can read. */
const REFRESH_GAP_MS = 200;
const MOST_FILES = 500;

/** What was pasted and waits for a yes. */
export interface Pasted {
  readonly text: string;
  readonly html: string;
}

/** Bringing texts in: the queue as it stands, whatever screen is shown. */
class ImportSession {
  status = $state.raw<ImportStatus | undefined>();
  isFolded = $state(false);
  refusedOnly = $state(false);
  /** Which question stands over the screen. */
  pasted = $state.raw<Pasted | undefined>();
  locked = $state.raw<ImportFile | undefined>();
  readonly files = new Stretches<ImportFile>(({ file }) => file);
  /** Told once when a queue came to its end. */
  onDone: ((words: string) => void) | undefined;

  readonly isShown = $derived(
    this.status !== undefined && this.status.state !== "idle",
  );
  readonly finished = $derived(
    this.status
      ? this.status.imported +
          this.status.duplicates +
          this.status.refused +
          this.status.cancelled
      : 0,
  );
  /** Share of the whole queue, 0-1. */
  readonly share = $derived(
    this.status && this.status.total > 0
      ? Math.min(
          1,
          (this.finished + (this.status.current?.progress ?? 0)) /
            this.status.total,
        )
      : 0,
  );

  /** Follows the queue; returns how to stop. */
  start(): () => void {
    const load = coalesce(() => this.#load(), REFRESH_GAP_MS);
    load();
    return onChanges(["import"], load);
  }

  async choose(
    what: "files" | "folder",
    collection: string | undefined,
  ): Promise<void> {
    await ask("import/choose", { what, collection });
  }

  /** Files and folders that were dropped. */
  async add(
    paths: readonly string[],
    collection: string | undefined,
  ): Promise<void> {
    if (paths.length > 0)
      await ask("import/add", { paths: [...paths], collection });
  }

  /** Imports what was pasted. */
  async takePasted(
    { text, html }: Pasted,
    collection: string | undefined,
  ): Promise<void> {
    this.pasted = undefined;
    await ask("import/paste", {
      ...(text.trim() === "" ? {} : { text }),
      ...(html.trim() === "" ? {} : { html }),
      collection,
    });
  }

  async pause(): Promise<void> {
    await ask("import/pause", {});
  }
  async resume(): Promise<void> {
    await ask("import/resume", {});
  }
  async cancel(): Promise<void> {
    await ask("import/cancel", {});
  }
  async dismiss(): Promise<void> {
    await ask("import/dismiss", {});
    this.refusedOnly = false;
  }

  async retry({ file }: ImportFile, password?: string): Promise<void> {
    this.locked = undefined;
    await ask("import/retry", {
      file,
      ...(password === undefined ? {} : { password }),
    });
  }

  /** Lists all files, or only those that were refused. */
  show(refusedOnly: boolean): void {
    this.refusedOnly = refusedOnly;
    void this.#showFiles();
  }

  /** Puts the whole report on the clipboard as plain text. */
  async copyReport(): Promise<void> {
    const { status } = this;
    if (!status) return;
    const files: ImportFile[] = [];
    for (let from = 0; from < status.total; from += MOST_FILES) {
      const reply = await ask("import/files", { from, count: MOST_FILES });
      if (!reply) return;
      files.push(...reply.files);
    }
    copyText(reportText(status, files));
    notices.say("The report was copied.");
  }

  async #load(): Promise<void> {
    const reply = await request("import/status", {});
    if (!reply.ok) return;
    const before = this.status;
    this.status = reply.value;
    const { state } = reply.value;
    if (state === "idle") return;
    const isFirst = (before?.state ?? "idle") === "idle";
    if (isFirst || this.files.total === undefined) await this.#showFiles();
    else this.files.refresh();
    // A few files may have come in before anybody saw the queue at work.
    const isNews =
      before !== undefined &&
      (before.state !== "done" || before.total !== reply.value.total);
    if (state === "done" && isNews) this.onDone?.(summaryWords(reply.value));
  }

  async #showFiles(): Promise<void> {
    const { refusedOnly } = this;
    await this.files.show(async (from, count) => {
      const reply = await request("import/files", {
        from,
        count: Math.min(count, MOST_FILES),
        refusedOnly,
      });
      return reply.ok
        ? ok({ total: reply.value.total, rows: reply.value.files })
        : reply;
    });
  }
}

export const importSession = new ImportSession();
