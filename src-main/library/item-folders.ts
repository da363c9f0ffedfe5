import { fail, type Result } from "#domain/result";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorDetail } from "../storage/error-detail";
import type { ItemRecord } from "./item-record";
import { parseMeta } from "./meta-file";

export const META_FILE = "meta.yaml";
/** Beginning of the names of folders in which an import is built; one that is left is what a crash interrupted. */
export const STAGING_PREFIX = ".staging-";

const ITEM_ID = /^[a-z2-7]{26}$/u;

/** Tells whether a name is an item's: the first 26 letters of the base32 of a SHA-256. */
export function isItemId(name: string): boolean {
  return ITEM_ID.test(name);
}

/** An item's id from the SHA-256 of its original. */
export function itemIdOf(sha256: Uint8Array): string {
  const letters = "abcdefghijklmnopqrstuvwxyz234567";
  let [bits, held, id] = [0, 0, ""];
  for (const byte of sha256) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && id.length < 26) {
      bits -= 5;
      id += letters[(held >> bits) & 31] ?? "";
    }
    held &= (1 << bits) - 1;
  }
  return id;
}

/** Everything in a library's folder of items; empty when there is none yet. */
export async function listItemFolders(items: string): Promise<string[]> {
  return readdir(items).catch(() => []);
}

/** A record with the look of its file, by which a later change is noticed. */
export interface ReadMeta {
  readonly record: ItemRecord;
  readonly mtimeMs: number;
  readonly size: number;
}

/** Reads `meta.yaml` of one item. Fails with the reason. */
export async function readMeta(
  items: string,
  id: string,
): Promise<Result<ReadMeta, string>> {
  const path = join(items, id, META_FILE);
  try {
    // The look first: a change in between is then seen as one later.
    const { mtimeMs, size } = await stat(path);
    const record = parseMeta(id, await readFile(path, "utf8"));
    return record.ok
      ? { ok: true, value: { record: record.value, mtimeMs, size } }
      : record;
  } catch (error) {
    return fail(errorDetail(error));
  }
}
