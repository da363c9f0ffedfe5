import type { Failure } from "#domain/failure";
import { fail, ok, type Result } from "#domain/result";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { META_FILE } from "../library/item-folders";
import type { ItemStore } from "../library/item-store";
import { formatMeta } from "../library/meta-file";
import { errorCode, errorDetail } from "../storage/error-detail";
import { fsyncFolder } from "../storage/fsync-folder";
import { makeFolder } from "../storage/make-folder";
import { writeWhole } from "../storage/write-whole";
import type { ReadOptions } from "./parser-client";
import type { ReadFacts } from "./protocol";
import { recordOf } from "./record-of";
import {
  stageOriginal,
  TooLarge,
  type ImportSource,
  type StagedOriginal,
} from "./stage-original";

/** How an import ended, when it did not fail. */
export type ImportOutcome =
  | {
      readonly state: "imported";
      readonly id: string;
      readonly title: string;
    }
  | {
      readonly state: "duplicate";
      readonly id: string;
      readonly title: string;
      /** Where it lies in the trash, if that is where it is. */
      readonly trashed?: string;
    }
  | { readonly state: "lines" }
  | { readonly state: "cancelled" };

/**
 * Imports one original: copies it into a staging folder, reads it in its own process, and makes it an item by one
 * rename. After a crash at any moment there is the whole item or none; the user's own file is only read. Failures:
 * `import-refused`, `read-failed`, `write-failed`.
 */
export async function importOriginal(
  store: ItemStore,
  source: ImportSource,
  now: number,
  options: ReadOptions = {},
): Promise<Result<ImportOutcome>> {
  const path = pathOf(source);
  let folder: string | undefined;
  let outcome: Result<ImportOutcome> | undefined;
  try {
    // One after another, so that of two files of the same bytes the one that was given first becomes the item.
    const entered = await store.staging.run("", async () => {
      await makeFolder(store.folder);
      const staged = await stageOriginal(store.folder, source, now, (made) => {
        folder = made;
      });
      const takenIn = store.importing.run(staged.id, () =>
        takeIn(store, staged, source, now, options),
      );
      // In an object: whoever stages next does not wait for it.
      return { takenIn };
    });
    outcome = await entered.takenIn;
    return outcome;
  } catch (error) {
    return fail(failureOf(error, path, store.folder));
  } finally {
    const hasAppeared = outcome?.ok && outcome.value.state === "imported";
    if (folder !== undefined && !hasAppeared)
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function takeIn(
  store: ItemStore,
  staged: StagedOriginal,
  source: ImportSource,
  now: number,
  options: ReadOptions,
): Promise<Result<ImportOutcome>> {
  const twin = await findTwin(store, staged);
  if (twin) return ok(twin);
  const { hints, format } = source;
  const original = {
    path: staged.path,
    hints,
    ...(format === undefined ? {} : { format }),
  };
  const read = await store.texts.read(staged.id, original, options);
  if (read.state === "refused") {
    const { code: reason, detail } = read.failure;
    const path = pathOf(source);
    return fail({ code: "import-refused", path, reason, detail });
  }
  if (read.state !== "read") return ok({ state: read.state });
  return appear(store, staged, read.facts, source, now);
}

async function appear(
  store: ItemStore,
  staged: StagedOriginal,
  facts: ReadFacts,
  { hints }: ImportSource,
  now: number,
): Promise<Result<ImportOutcome>> {
  const record = recordOf(staged, facts, hints, now);
  await rename(staged.path, join(staged.folder, record.original));
  await writeDurably(join(staged.folder, META_FILE), formatMeta(record));
  await fsyncFolder(staged.folder);
  await rename(staged.folder, join(store.folder, staged.id));
  await fsyncFolder(store.folder);
  await store.take(record);
  const { title } = record.read;
  return ok({ state: "imported", id: staged.id, title });
}

async function findTwin(
  store: ItemStore,
  { id }: StagedOriginal,
): Promise<ImportOutcome | undefined> {
  const entry = store.findEntry(id);
  if (entry) return { state: "duplicate", id, title: entry.fields.title };
  const trashed = await store.trash.find(id);
  return trashed === undefined
    ? undefined
    : { state: "duplicate", id, title: "", trashed };
}

async function writeDurably(path: string, content: string): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await writeWhole(handle, Buffer.from(content, "utf8"));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function pathOf(source: ImportSource): string {
  return source.kind === "file" ? source.path : (source.hints.fileName ?? "");
}

/** Whether the file or the library is to blame, the system's error tells by its path. */
function failureOf(error: unknown, path: string, items: string): Failure {
  const detail = errorDetail(error);
  if (error instanceof TooLarge)
    return { code: "import-refused", path, reason: "too-large", detail };
  const { path: where } = error as NodeJS.ErrnoException;
  const isOurs =
    errorCode(error) === "ENOSPC" || where?.startsWith(items) === true;
  return isOurs
    ? { code: "write-failed", path: items, detail }
    : { code: "read-failed", path, detail };
}
