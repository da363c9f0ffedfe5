import { open, readdir, stat, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fsyncFolder } from "./fsync-folder";
import { makeFolder } from "./make-folder";
import { writeWhole } from "./write-whole";

const SEGMENT_LIMIT = 8 * 1024 * 1024;
const SEGMENT_NAME = /^(\d{4}-\d{2})-(\d{4})\.jsonl$/u;

interface Segment {
  readonly path: string;
  readonly handle: FileHandle;
  readonly ino: number;
  size: number;
}

interface Waiting {
  readonly line: string;
  readonly at: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * An append-only log of one writer, in segments `<YYYY-MM>-<number>.jsonl`. A line is acknowledged when it is on the
 * disk; lines that arrive during a sync share the next one. Nothing written is ever truncated or rewritten.
 */
export class AppendLog {
  readonly #folder: string;
  #segment: Segment | undefined;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Resolves once the line is safely on the disk. @throws the system's error when no segment takes it */
  append(line: string, at: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, at, resolve, reject });
      this.#running ??= this.#drain();
    });
  }

  async close(): Promise<void> {
    await this.#running;
    await this.#drop();
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#write(batch);
        batch.forEach(({ resolve }) => resolve());
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
    }
    this.#running = undefined;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const bytes = Buffer.from(
      batch.map(({ line }) => `${line}\n`).join(""),
      "utf8",
    );
    const at = batch[0]?.at ?? 0;
    try {
      await this.#writeTo(await this.#segmentFor(at, bytes.length), bytes);
    } catch {
      // After a failed sync the kernel may have dropped the pages: that segment takes no more lines.
      await this.#drop();
      await this.#writeTo(await this.#openSegment(at, true), bytes);
    }
  }

  async #writeTo(segment: Segment, bytes: Uint8Array): Promise<void> {
    await writeWhole(segment.handle, bytes);
    await segment.handle.datasync();
    segment.size += bytes.length;
  }

  async #segmentFor(at: number, more: number): Promise<Segment> {
    const current = this.#segment;
    if (!current) return this.#openSegment(at, false);
    const isOfMonth = basename(current.path).startsWith(`${monthOf(at)}-`);
    if (
      isOfMonth &&
      current.size + more <= SEGMENT_LIMIT &&
      (await isUntouched(current))
    )
      return current;
    await this.#drop();
    return this.#openSegment(at, isOfMonth);
  }

  async #openSegment(at: number, mustBeNew: boolean): Promise<Segment> {
    await makeFolder(this.#folder);
    const month = monthOf(at);
    const last = await lastSegment(this.#folder, month);
    const lastSize =
      last === 0 ? 0 : (await stat(this.#pathOf(month, last))).size;
    const number =
      last === 0 || mustBeNew || lastSize > SEGMENT_LIMIT ? last + 1 : last;
    const path = this.#pathOf(month, number);
    const handle = await open(path, "a+");
    if (number !== last) await fsyncFolder(dirname(path));
    const { ino, size } = await handle.stat();
    const segment = { path, handle, ino, size };
    this.#segment = segment;
    if (size > 0 && !(await endsInNewline(handle, size))) {
      await writeWhole(handle, Buffer.from("\n"));
      segment.size += 1;
    }
    return segment;
  }

  async #drop(): Promise<void> {
    const segment = this.#segment;
    this.#segment = undefined;
    await segment?.handle.close().catch(() => undefined);
  }

  #pathOf(month: string, number: number): string {
    return join(
      this.#folder,
      `${month}-${String(number).padStart(4, "0")}.jsonl`,
    );
  }
}

function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}

async function lastSegment(folder: string, month: string): Promise<number> {
  const numbers = (await readdir(folder))
    .map((name) => SEGMENT_NAME.exec(name))
    .filter((match) => match?.[1] === month);
  return Math.max(0, ...numbers.map((match) => Number(match?.[2])));
}

/** A sync tool may have renamed another file over ours: our descriptor would then write to a ghost. */
async function isUntouched({ path, ino, size }: Segment): Promise<boolean> {
  try {
    const there = await stat(path);
    return there.ino === ino && there.size === size;
  } catch {
    return false;
  }
}

async function endsInNewline(
  handle: FileHandle,
  size: number,
): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === 0x0a;
}
