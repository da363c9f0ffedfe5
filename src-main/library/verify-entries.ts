import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { KnownEntry } from "./catalogue-snapshot";
import { META_FILE, readMeta, type ReadMeta } from "./item-folders";

/** So many files are looked at side by side: more only wait in the system's queue. */
const AT_ONCE = 16;
/** After so many the rest of the program gets a turn. */
const BATCH = 256;

export interface VerifyOutcome {
  readonly signal: AbortSignal;
  readonly put: (read: readonly ReadMeta[]) => void;
  readonly unreadable: (id: string, detail: string) => void;
}

/** Looks at every item's `meta.yaml` and reads those that are new or not as the snapshot knew them. */
export async function verifyEntries(
  items: string,
  ids: readonly string[],
  known: ReadonlyMap<string, KnownEntry>,
  { signal, put, unreadable }: VerifyOutcome,
): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    if (signal.aborted) return;
    const waiting = ids.slice(from, from + BATCH);
    const read: ReadMeta[] = [];
    const work = async (): Promise<void> => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (await isAsKnown(items, id, known.get(id))) continue;
        const meta = await readMeta(items, id);
        if (meta.ok) read.push(meta.value);
        else unreadable(id, meta.failure);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (read.length > 0) put(read);
  }
}

async function isAsKnown(
  items: string,
  id: string,
  known: KnownEntry | undefined,
): Promise<boolean> {
  if (!known) return false;
  try {
    const { mtimeMs, size } = await stat(join(items, id, META_FILE));
    return mtimeMs === known.mtimeMs && size === known.size;
  } catch {
    return false;
  }
}
