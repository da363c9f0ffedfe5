import { createHash } from "node:crypto";
import { mkdir, open, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { ulid } from "ulidx";
import { itemIdOf, STAGING_PREFIX } from "../library/item-folders";
import { writeWhole } from "../storage/write-whole";
import { MOST_BYTES } from "./most-bytes";
import type { ImportFormat, ReadHints } from "./reader";

/** What is to be imported: a file of the user's, which is only copied, or bytes that are nowhere else. */
export type ImportSource = (
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
) & {
  readonly hints: ReadHints;
  /** What it is, where that is known. */
  readonly format?: ImportFormat;
};

/** An original in its staging folder. */
export interface StagedOriginal {
  readonly folder: string;
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly id: string;
}

/** Says that a file is not read because of its size. */
export class TooLarge extends Error {}

const CHUNK_BYTES = 1024 * 1024;

/**
 * Copies an original into a new staging folder among the items and makes it durable, hashing it on the way.
 * @throws TooLarge, and the system's error when it cannot be read or written; the folder is then left for removal
 */
export async function stageOriginal(
  items: string,
  source: ImportSource,
  now: number,
  onFolder: (folder: string) => void,
): Promise<StagedOriginal> {
  const folder = join(items, `${STAGING_PREFIX}${ulid(now)}`);
  await mkdir(folder);
  onFolder(folder);
  const path = join(folder, "original.part");
  const to = await open(path, "wx");
  try {
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const chunk of chunksOf(source)) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw new TooLarge(`over ${MOST_BYTES} bytes`);
      hash.update(chunk);
      await writeWhole(to, chunk);
    }
    await to.sync();
    const digest = hash.digest();
    const sha256 = digest.toString("hex");
    return { folder, path, bytes, sha256, id: itemIdOf(digest) };
  } finally {
    await to.close();
  }
}

async function* chunksOf(source: ImportSource): AsyncGenerator<Uint8Array> {
  if (source.kind === "bytes") return yield source.bytes;
  const found = await stat(source.path);
  // A pipe or a device has no end, and opening one may wait forever.
  if (!found.isFile()) throw new Error("it is not a file");
  if (found.size > MOST_BYTES)
    throw new TooLarge(`${found.size} of ${MOST_BYTES} bytes`);
  const from = await open(source.path, "r");
  try {
    yield* chunksOfHandle(from);
  } finally {
    await from.close();
  }
}

async function* chunksOfHandle(from: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  for (;;) {
    const { bytesRead } = await from.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}
