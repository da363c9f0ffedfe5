import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { recordOf } from "../import/record-of";
import { quarantine } from "../storage/quarantine";
import { replaceFile } from "../storage/replace-file";
import { META_FILE } from "./item-folders";
import type { ItemStore } from "./item-store";
import { formatMeta } from "./meta-file";
import { hashOriginal } from "./hash-original";

/**
 * Makes `meta.yaml` of an item again from its original, because it cannot be read; what it said goes to quarantine.
 * Tells whether that came to a good end. Corrections and the name of the file are lost, unless a person takes them from
 * there.
 */
export async function rebuildMeta(
  store: ItemStore,
  id: string,
  repair: { readonly quarantineFolder: string; readonly now: number },
): Promise<boolean> {
  const folder = join(store.folder, id);
  try {
    const name = (await readdir(folder)).find((each) =>
      each.startsWith("original."),
    );
    if (name === undefined) return false;
    const path = join(folder, name);
    const [digest, { size, birthtimeMs }] = [
      await hashOriginal(path),
      await stat(path),
    ];
    if (digest.id !== id) return false;
    const isRecord = name === "original.json";
    const hints = { fileName: name };
    const outcome = await store.texts.read(id, {
      path,
      hints,
      ...(isRecord ? { format: "json-record" as const } : {}),
    });
    if (outcome.state !== "read") return false;
    const staged = { folder, path, bytes: size, sha256: digest.sha256, id };
    const record = recordOf(
      staged,
      outcome.facts,
      hints,
      Math.round(birthtimeMs),
    );
    const meta = join(folder, META_FILE);
    await quarantine(
      repair.quarantineFolder,
      await readFile(meta).catch(() => new Uint8Array()),
    );
    await replaceFile(meta, formatMeta({ ...record, original: name }), {
      now: repair.now,
      temporaryFolder: store.folder,
    });
    return (await store.admit(id)).ok;
  } catch {
    return false;
  }
}
