import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ParserClient, ReadOptions } from "../import/parser-client";
import { TEXT_FILE, type ParsedText, type ReadJob } from "../import/protocol";
import { TEXT_VERSIONS } from "../import/text-versions";
import { contentHash } from "../storage/content-hash";
import { KeyedQueue } from "../storage/keyed-queue";
import type { ItemEntry } from "./item-record";

/** So many letters of texts are kept in memory, beside the last one. */
const KEPT_LETTERS = 4_000_000;

export interface ParsedTextsOptions {
  readonly userData: string;
  readonly parser: ParserClient;
}

/**
 * The parsed form of imported items in `<userData>/parsed`: a cache beside the library. What is missing, damaged or made
 * by another version of the reader is read again from the original.
 */
export class ParsedTexts {
  readonly folder: string;
  readonly #parser: ParserClient;
  readonly #queue = new KeyedQueue();
  readonly #kept = new Map<string, ParsedText>();

  constructor({ userData, parser }: ParsedTextsOptions) {
    this.folder = join(userData, "parsed");
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
  ): ReturnType<ParserClient["read"]> {
    return this.#queue.run(id, async () => {
      await mkdir(this.folder, { recursive: true });
      const output = await mkdtemp(join(this.folder, `.reading-${id}-`));
      try {
        const job = { ...original, output };
        const outcome = await this.#parser.read(job, options);
        if (outcome.state === "read") await this.#place(output, id);
        return outcome;
      } finally {
        await rm(output, { recursive: true, force: true });
      }
    });
  }

  forget(id: string): void {
    this.#kept.delete(id);
  }

  async #place(output: string, id: string): Promise<void> {
    this.#kept.delete(id);
    const target = this.folderOf(id);
    await rm(target, { recursive: true, force: true });
    await rename(output, target);
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
