import type { ImportFile, ImportStatus } from "#bridge/contract/import";
import { fileOf, type QueueEntry, type QueueOrigin } from "./queue-entry";

type Ended = "imported" | "duplicate" | "refused" | "cancelled";

const NONE: Readonly<Record<Ended, number>> = {
  imported: 0,
  duplicate: 0,
  refused: 0,
  cancelled: 0,
};

/** The files of a queue in the order they came, which of them wait, and how many ended how. */
export class QueueList {
  #entries: QueueEntry[] = [];
  #counts = { ...NONE };
  #waiting: number[] = [];
  /** Where the queue stands in `#waiting`: taking from the front of a long list is slow. */
  #next = 0;

  get length(): number {
    return this.#entries.length;
  }

  get isWaiting(): boolean {
    return this.#next < this.#waiting.length;
  }

  /** The counts and the total, as the status tells them. */
  get counts(): Pick<
    ImportStatus,
    "total" | "imported" | "duplicates" | "refused" | "cancelled"
  > {
    const { imported, duplicate, refused, cancelled } = this.#counts;
    const total = this.#entries.length;
    return { total, imported, duplicates: duplicate, refused, cancelled };
  }

  find(file: number): QueueEntry | undefined {
    return this.#entries[file];
  }

  /** Adds an entry that does not wait yet; returns its number. */
  push(origin: QueueOrigin, collection: string | undefined): number {
    return (
      this.#entries.push({
        origin,
        ...(collection === undefined ? {} : { collection }),
        state: "waiting",
        progress: 0,
      }) - 1
    );
  }

  /** Lines an entry up, at the end or before all that wait. */
  line(file: number, isNext = false): void {
    if (isNext && this.#next > 0) {
      this.#next -= 1;
      this.#waiting[this.#next] = file;
    } else if (isNext) this.#waiting.unshift(file);
    else this.#waiting.push(file);
  }

  /** Takes the entry whose turn it is. */
  take(): number | undefined {
    const file = this.#waiting[this.#next];
    if (file === undefined) {
      [this.#waiting, this.#next] = [[], 0];
      return undefined;
    }
    this.#next += 1;
    return file;
  }

  /** Takes all that wait. */
  takeAll(): number[] {
    const files = this.#waiting.slice(this.#next);
    [this.#waiting, this.#next] = [[], 0];
    return files;
  }

  /** Changes an entry and counts it when it has come to its end. @throws RangeError for a number that is not there */
  change(file: number, change: Partial<QueueEntry>): QueueEntry {
    const before = this.#entries[file];
    if (!before) throw new RangeError(`No file ${file} in the queue`);
    const entry = { ...before, ...change };
    this.#entries[file] = entry;
    this.#count(before.state, -1);
    this.#count(entry.state, 1);
    return entry;
  }

  /** Puts an entry back to its beginning. */
  renew(file: number, password: string | undefined): void {
    const before = this.#entries[file];
    if (!before) throw new RangeError(`No file ${file} in the queue`);
    this.#count(before.state, -1);
    this.#entries[file] = {
      origin: before.origin,
      ...(before.collection === undefined
        ? {}
        : { collection: before.collection }),
      ...(password === undefined ? {} : { password }),
      state: "waiting",
      progress: 0,
    };
  }

  /** A stretch of the list. */
  files(
    from: number,
    count: number,
    refusedOnly: boolean,
  ): { total: number; files: ImportFile[] } {
    if (!refusedOnly)
      return {
        total: this.#entries.length,
        files: this.#entries
          .slice(from, from + count)
          .map((entry, index) => fileOf(from + index, entry)),
      };
    const refused = this.#entries.flatMap((entry, file) =>
      entry.state === "refused" ? [file] : [],
    );
    return {
      total: refused.length,
      files: refused
        .slice(from, from + count)
        .map((file) => fileOf(file, this.#entries[file] as QueueEntry)),
    };
  }

  clear(): void {
    this.#entries = [];
    this.#counts = { ...NONE };
    [this.#waiting, this.#next] = [[], 0];
  }

  #count(state: ImportFile["state"], by: number): void {
    if (state !== "waiting" && state !== "reading") this.#counts[state] += by;
  }
}
