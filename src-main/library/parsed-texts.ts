import { readSourcePlaces } from "#domain/cfi/read-source-places";
import type { SourcePlaces } from "#domain/cfi/source-places";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { join } from "node:path";
import type { Parser, ReadOptions } from "../import/parser-client";
import {
  PLACES_FILE,
  TEXT_FILE,
  type ParsedPlaces,
  type ParsedText,
  type ReadJob,
} from "../import/protocol";
import { TEXT_VERSIONS } from "../import/text-versions";
import { contentHash } from "../storage/content-hash";
import { KeyedQueue } from "../storage/keyed-queue";
import type { ItemEntry } from "./item-record";

/** So many letters of texts are kept in memory, beside the last one. */
const KEPT_LETTERS = 4_000_000;
/** No file is read for so long. */
const LEFT_AFTER_MS = 10 * 60_000;

export interface ParsedTextsOptions {
  readonly userData: string;
  readonly parser: Parser;
}

/**
 * The parsed form of imported items in `<userData>/parsed`: a cache beside the library. What is missing, damaged or made
 * by another version of the reader is read again from the original.
 */
export class ParsedTexts {
  readonly folder: string;
  /** Where the reading process writes; on the same disk, but not among a hundred thousand others. */
  readonly #outputs: string;
  readonly #parser: Parser;
  readonly #queue = new KeyedQueue();
  readonly #kept = new Map<string, ParsedText>();
  #isPrepared = false;

  constructor({ userData, parser }: ParsedTextsOptions) {
    this.folder = join(userData, "parsed");
    this.#outputs = join(userData, "reading");
    this.#parser = parser;
  }

  /** Folder of one item's parsed form. */
  folderOf(id: string): string {
    return join(this.folder, id);
  }

  /** The parsed form as it lies there; `undefined` when there is none that fits. */
  async find({ id, textHash }: ItemEntry): Promise<ParsedText | undefined> {
    const kept = this.#kept.get(id);
    if (kept?.textHash === textHash) {
      this.#keep(id, kept);
      return kept;
    }
    const parsed = await readParsed(this.folderOf(id));
    if (!parsed || parsed.textHash !== textHash) return undefined;
    if (parsed.readerVersion !== TEXT_VERSIONS[parsed.format]) return undefined;
    this.#keep(id, parsed);
    return parsed;
  }

  /**
   * Reads an original and puts its parsed form in the item's place. Every outcome but `read` leaves what was there.
   */
  read(
    id: string,
    original: Omit<ReadJob, "output">,
    options: ReadOptions = {},
  ): ReturnType<Parser["read"]> {
    return this.#queue.run(id, async () => {
      const output = await this.#makeOutput(id);
      let isPlaced = false;
      try {
        const job = { ...original, output };
        const outcome = await this.#parser.read(job, options);
        if (outcome.state === "read") await this.#place(output, id);
        isPlaced = outcome.state === "read";
        return outcome;
      } finally {
        if (!isPlaced) await rm(output, { recursive: true, force: true });
      }
    });
  }

  forget(id: string): void {
    this.#kept.delete(id);
  }

  async #place(output: string, id: string): Promise<void> {
    this.#kept.delete(id);
    const target = this.folderOf(id);
    try {
      await rename(output, target);
    } catch {
      // What is in its place is older.
      await rm(target, { recursive: true, force: true });
      await rename(output, target);
    }
  }

  async #makeOutput(id: string): Promise<string> {
    if (!this.#isPrepared) {
      await mkdir(this.folder, { recursive: true });
      await mkdir(this.#outputs, { recursive: true });
      await sweepOutputs(this.#outputs);
      this.#isPrepared = true;
    }
    return mkdtemp(join(this.#outputs, `${id}-`));
  }

  #keep(id: string, parsed: ParsedText): void {
    this.#kept.delete(id);
    this.#kept.set(id, parsed);
    let letters = 0;
    const newestFirst = [...this.#kept].reverse();
    for (const [other, { structured }] of newestFirst) {
      letters += structured.text.length;
      if (other !== id && letters > KEPT_LETTERS) this.#kept.delete(other);
    }
  }
}

/** Takes away what a crash left; what is younger may be of another program that is running. */
async function sweepOutputs(folder: string): Promise<void> {
  const before = Date.now() - LEFT_AFTER_MS;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const made = await stat(path).catch(() => undefined);
    if (made && made.mtimeMs < before)
      await rm(path, { recursive: true, force: true });
  }
}

/** Reads a parsed form and holds its text against its hash: a power cut may have left half of it. */
export async function readParsed(
  folder: string,
): Promise<ParsedText | undefined> {
  try {
    const parsed = JSON.parse(
      await readFile(join(folder, TEXT_FILE), "utf8"),
    ) as ParsedText;
    return contentHash(parsed.structured.text) === parsed.textHash
      ? parsed
      : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the places of a parsed form's letters; `undefined` when there are none, or none that belong to this text. */
export async function readPlaces(
  folder: string,
  { textHash, structured }: Pick<ParsedText, "textHash" | "structured">,
): Promise<SourcePlaces | undefined> {
  try {
    const places = JSON.parse(
      await readFile(join(folder, PLACES_FILE), "utf8"),
    ) as Partial<ParsedPlaces> | null;
    return places?.textHash === textHash
      ? readSourcePlaces(places, structured.text.length)
      : undefined;
  } catch {
    return undefined;
  }
}
