import type { ImportFile, ImportStatus } from "#bridge/contract/import";
import { fail, ok, type Result } from "#domain/result";
import { errorDetail } from "../storage/error-detail";
import { atMostEvery } from "./at-most-every";
import { Collecting, type AddToCollection } from "./collecting";
import { importEntry, refusal, type EntryContext } from "./import-entry";
import { linesOf } from "./lines-of";
import { fileOf, type QueueEntry, type QueueOrigin } from "./queue-entry";
import { QueueList } from "./queue-list";
import { walkFiles } from "./walk-files";

export interface ImportQueueOptions extends EntryContext {
  /** The library's folder, which is never imported into itself. */
  readonly libraryPath: () => string;
  /** Something of the status changed; told five times a second at most. */
  readonly onChange: () => void;
  readonly addToCollection?: AddToCollection;
  /** Called for each file that has come to its end. */
  readonly onFile?: (file: ImportFile) => void;
}

const TELL_EVERY_MS = 200;
/** While two files are read, the one before them is made durable and the one after them is copied. */
const AT_ONCE = 4;

/**
 * One queue of what is to be imported, a few files at a time. Files join it while it runs; what is cancelled leaves
 * whole items only.
 */
export class ImportQueue {
  readonly #options: ImportQueueOptions;
  readonly #tell: () => void;
  readonly #list = new QueueList();
  readonly #collecting: Collecting;
  readonly #underWay = new Set<number>();
  #counting = 0;
  #isPaused = false;
  #stop = new AbortController();
  readonly #hands = new Set<Promise<void>>();
  #run: Promise<void> | undefined;

  constructor(options: ImportQueueOptions) {
    this.#options = options;
    this.#collecting = new Collecting(
      options.addToCollection ?? (() => Promise.resolve()),
    );
    this.#tell = atMostEvery(TELL_EVERY_MS, options.onChange);
  }

  /** Adds files, and all files in folders; resolves when they are listed. */
  async add(paths: readonly string[], collection?: string): Promise<void> {
    const { signal } = this.#stop;
    const except = this.#options.libraryPath();
    this.#counting += 1;
    for await (const found of walkFiles(paths, { except, signal })) {
      if (signal.aborted) break;
      const { path, trouble } = found;
      const file = this.#list.push({ kind: "file", path }, collection);
      if (trouble === undefined) this.#lineUp(file);
      else this.#finish(file, refusal("read-failed", trouble));
    }
    this.#counting -= 1;
    this.#tell();
  }

  /** Adds a text that is nowhere else; refused, it is kept in quarantine. */
  paste(name: string, bytes: Uint8Array, collection?: string): void {
    this.#lineUp(this.#list.push({ kind: "pasted", name, bytes }, collection));
  }

  status(): ImportStatus {
    const [first = -1] = this.#underWay;
    const current = this.#list.find(first);
    return {
      state: this.#state(),
      ...this.#list.counts,
      isCounting: this.#counting > 0,
      ...(current ? { current: fileOf(first, current) } : {}),
    };
  }

  /** A stretch of the list of files. */
  files(from: number, count: number, refusedOnly = false) {
    return this.#list.files(from, count, refusedOnly);
  }

  /** Stops after the files that are under way. */
  pause(): void {
    this.#isPaused = true;
    this.#tell();
  }

  resume(): void {
    this.#isPaused = false;
    this.#go();
  }

  /** Drops what is waiting and stops what is being read; resolves when nothing is written any more. */
  async cancel(): Promise<void> {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#isPaused = false;
    for (const file of this.#list.takeAll())
      this.#finish(file, { state: "cancelled" });
    await this.#run;
    this.#tell();
  }

  /** Tries a refused file again. Failures: `not-found`, and `bad-request` for one that was not refused. */
  retry(file: number, password?: string): Result<null> {
    const entry = this.#list.find(file);
    if (!entry) return fail({ code: "not-found", kind: "file", id: `${file}` });
    if (entry.state !== "refused") {
      const detail = `file ${file} was not refused`;
      return fail({ code: "bad-request", detail });
    }
    this.#list.renew(file, password);
    this.#lineUp(file);
    return ok(null);
  }

  /** Puts the report away, unless something is still going on. */
  dismiss(): void {
    if (this.#state() !== "done") return;
    this.#list.clear();
    this.#tell();
  }

  /** Resolves when nothing is left to do, or the queue is paused. */
  async idle(): Promise<void> {
    await this.#run;
  }

  #state(): ImportStatus["state"] {
    const isBusy =
      this.#run !== undefined || this.#list.isWaiting || this.#counting > 0;
    if (this.#list.length === 0 && this.#counting === 0) return "idle";
    if (this.#isPaused && isBusy) return "paused";
    return isBusy ? "running" : "done";
  }

  #lineUp(file: number): void {
    this.#list.line(file);
    this.#go();
  }

  /** Puts as many hands to work as there is work for; they come one by one, for files are still being found. */
  #go(): void {
    this.#tell();
    while (
      !this.#isPaused &&
      this.#list.isWaiting &&
      this.#hands.size < AT_ONCE
    ) {
      const hand = this.#work().finally(() => this.#hands.delete(hand));
      this.#hands.add(hand);
    }
    if (this.#hands.size === 0) return;
    this.#run ??= this.#untilDone().finally(() => {
      this.#run = undefined;
      // Something may have come between the last look and this line.
      this.#go();
    });
  }

  /** Until nothing waits and nothing is under way: a file under way may still turn out to be many. */
  async #untilDone(): Promise<void> {
    while (this.#hands.size > 0) await Promise.all(this.#hands);
    await this.#collecting.flush();
  }

  async #work(): Promise<void> {
    while (!this.#isPaused) {
      const file = this.#list.take();
      if (file === undefined) return;
      this.#underWay.add(file);
      await this.#import(file, this.#stop.signal);
      this.#underWay.delete(file);
    }
  }

  async #import(file: number, signal: AbortSignal): Promise<void> {
    const entry = this.#list.change(file, { state: "reading" });
    this.#tell();
    const outcome = await importEntry(this.#options, entry, {
      signal,
      onProgress: (progress) => {
        this.#list.change(file, { progress });
        this.#tell();
      },
    });
    if (outcome === "lines") return this.#expand(file, entry, signal);
    const { collection } = entry;
    if (collection !== undefined && outcome.itemId !== undefined)
      await this.#collecting.put(collection, outcome.itemId);
    this.#finish(file, outcome);
  }

  /** Puts the lines of a file of records into the queue, the first in the file's own place. */
  async #expand(
    file: number,
    { origin, collection }: QueueEntry,
    signal: AbortSignal,
  ): Promise<void> {
    const lines = linesAsOrigins(origin, signal);
    try {
      const first = await lines.next();
      if (first.done)
        return this.#finish(
          file,
          signal.aborted
            ? { state: "cancelled" }
            : refusal("unsupported-format", "lines of JSON"),
        );
      for await (const line of lines)
        if (!signal.aborted) this.#lineUp(this.#list.push(line, collection));
      if (signal.aborted) return this.#finish(file, { state: "cancelled" });
      this.#list.change(file, { origin: first.value, state: "waiting" });
      this.#list.line(file, true);
    } catch (error) {
      this.#finish(file, refusal("read-failed", errorDetail(error)));
    }
  }

  #finish(file: number, outcome: Partial<QueueEntry>): void {
    const entry = this.#list.change(file, { progress: 1, ...outcome });
    const { origin } = entry;
    // Text that became an item is in its original.
    if (origin.kind === "pasted" && entry.state !== "refused")
      this.#list.change(file, {
        origin: { ...origin, bytes: new Uint8Array() },
      });
    this.#options.onFile?.(fileOf(file, entry));
    this.#tell();
  }
}

async function* linesAsOrigins(
  origin: QueueOrigin,
  signal: AbortSignal,
): AsyncGenerator<QueueOrigin> {
  if (origin.kind !== "file") return;
  const { path } = origin;
  for await (const { number, offset, bytes } of linesOf(path)) {
    if (signal.aborted) return;
    yield { kind: "line", path, number, offset, length: bytes.length };
  }
}
