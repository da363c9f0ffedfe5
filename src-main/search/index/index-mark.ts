import { createHash } from "node:crypto";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import type { ToldDocument } from "../protocol";
import { INDEX_VERSION } from "./schema";

const markSchema = v.object({
  version: v.literal(INDEX_VERSION),
  size: v.number(),
  modified: v.number(),
  digest: v.string(),
  count: v.number(),
});

/** What a whole index is an index of. */
export interface Contents {
  /** The sum of its documents. */
  readonly digest: string;
  /** How many they are. */
  readonly count: number;
}

/** Says that an index was left in order, and what it was an index of. It is taken away before anything is written. */
export function writeMark(file: string, contents: Contents): void {
  if (file === ":memory:") return;
  const { size, mtimeMs } = statSync(file);
  const mark = { version: INDEX_VERSION, size, modified: mtimeMs, ...contents };
  writeFileSync(markOf(file), JSON.stringify(mark));
}

export function removeMark(file: string): void {
  if (file !== ":memory:") rmSync(markOf(file), { force: true });
}

/** What the index was left as an index of; `undefined` where it was not left in order, or somebody has touched it since. */
export function readMark(file: string): Contents | undefined {
  if (file === ":memory:") return undefined;
  try {
    const mark = v.parse(
      markSchema,
      JSON.parse(readFileSync(markOf(file), "utf8")),
    );
    const { size, mtimeMs } = statSync(file);
    return mark.size === size && mark.modified === mtimeMs
      ? { digest: mark.digest, count: mark.count }
      : undefined;
  } catch {
    return undefined;
  }
}

function markOf(file: string): string {
  return `${file}.mark`;
}

/** Sums up documents with their fingerprints, in whatever order: adding one twice takes it out again. */
export class Digest {
  readonly #sum: Buffer;

  constructor(sum?: string) {
    this.#sum =
      sum === undefined ? Buffer.alloc(16) : Buffer.from(sum, "base64");
  }

  toggle({ key, fingerprint }: ToldDocument): void {
    const bytes = createHash("md5").update(`${key}\n${fingerprint}`).digest();
    bytes.forEach((byte, index) => {
      this.#sum[index] = (this.#sum[index] ?? 0) ^ byte;
    });
  }

  toString(): string {
    return this.#sum.toString("base64");
  }
}
