import { createReadStream } from "node:fs";
import { appendFile } from "node:fs/promises";
import { dirname } from "node:path";
import { KeyedQueue } from "../storage/keyed-queue";
import { makeFolder } from "../storage/make-folder";
import { replaceFile } from "../storage/replace-file";
import type { ItemEntry } from "./item-record";

/** Raised whenever entries get another shape: an older snapshot is then not used. */
const SNAPSHOT_VERSION = 1;
const HEADER = `{"snapshot":${SNAPSHOT_VERSION}}`;
/** So much of the file is read at once: parsing it takes a few milliseconds. */
const CHUNK_BYTES = 256 * 1024;
/** Lines that come within this time are written together. */
const GATHER_MS = 200;

/** An entry with the look of the `meta.yaml` it was read from. */
export interface KnownEntry {
  readonly entry: ItemEntry;
  readonly mtimeMs: number;
  readonly size: number;
}

/**
 * The catalogue of a library in one file outside it, so that opening reads one file instead of one an item. A cache:
 * lines are appended without care, a later line for an id stands for the earlier ones, and what is not true any more is
 * found by looking at the files.
 */
export class CatalogueSnapshot {
  readonly #path: string;
  readonly #isKept: boolean;
  readonly #queue = new KeyedQueue();
  /** Lines in the file, its head included. */
  #lines = 0;
  #waiting: string[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** One that is not kept is only read: another process may be writing it. */
  constructor(path: string, isKept = true) {
    this.#path = path;
    this.#isKept = isKept;
  }

  /** What the snapshot says, by id; empty when there is none or it is of another version. */
  async load(): Promise<Map<string, KnownEntry>> {
    const known = new Map<string, KnownEntry>();
    let isHeader = true;
    let rest = "";
    try {
      const stream = createReadStream(this.#path, {
        encoding: "utf8",
        highWaterMark: CHUNK_BYTES,
      });
      for await (const chunk of stream) {
        const lines = (rest + String(chunk)).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) {
          if (isHeader && line !== HEADER) return known;
          if (!isHeader) readLine(line, known);
          isHeader = false;
        }
        this.#lines += lines.length;
      }
    } catch {
      // No snapshot yet, or not readable: the files say everything.
    }
    return known;
  }

  /** Adds what is known of some items; `undefined` for one that is gone. */
  append(
    changes: readonly (readonly [id: string, known: KnownEntry | undefined])[],
  ): void {
    if (changes.length === 0 || !this.#isKept) return;
    for (const [id, known] of changes) this.#waiting.push(format(id, known));
    if (!this.#timer) this.#timer = setTimeout(() => this.#flush(), GATHER_MS);
  }

  /** Writes the file anew when most of its lines are outdated. */
  async compact(all: ReadonlyMap<string, KnownEntry>): Promise<void> {
    if (!this.#isKept || this.#lines <= 2 * all.size + 100) return;
    this.#lines = 0;
    let batch: [string, KnownEntry][] = [];
    for (const pair of all) {
      batch.push(pair);
      if (batch.length < 500) continue;
      this.append(batch);
      batch = [];
      await this.idle();
    }
    this.append(batch);
    await this.idle();
  }

  /** Writes what is gathered; resolves when it is written. */
  idle(): Promise<void> {
    this.#flush();
    return this.#queue.idle();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#waiting;
    this.#waiting = [];
    if (lines.length === 0) return;
    void this.#queue
      .run("", async () => {
        if (this.#lines === 0) {
          await makeFolder(dirname(this.#path));
          await replaceFile(this.#path, `${HEADER}\n`, { now: 0 });
          this.#lines = 1;
        }
        await appendFile(this.#path, lines.join(""));
        this.#lines += lines.length;
      })
      .catch(() => undefined);
  }
}

function format(id: string, known: KnownEntry | undefined): string {
  return `${JSON.stringify({ id, ...known })}\n`;
}

/** A line that a crash cut is left out. */
function readLine(line: string, known: Map<string, KnownEntry>): void {
  try {
    const { id, ...rest } = JSON.parse(line) as { id: string } & KnownEntry;
    known.delete(id);
    if (rest.entry) known.set(id, rest);
  } catch {
    // Half a line.
  }
}
