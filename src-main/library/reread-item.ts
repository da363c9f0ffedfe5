import { fail, ok, type Result } from "#domain/result";
import { join } from "node:path";
import type { ParsedText } from "../import/protocol";
import type { ItemEntry } from "./item-record";
import type { ItemStore } from "./item-store";
import { readParsed } from "./parsed-texts";

/**
 * Reads an item's original again, because its parsed form is missing or of an older reader. When the new reader refuses
 * it, an older parsed form still serves. `password` opens an original that is locked. Failures: `not-found`, `read-failed`, `import-refused`.
 */
export async function rereadItem(
  store: ItemStore,
  entry: ItemEntry,
  password?: string,
): Promise<Result<ParsedText>> {
  const record = await store.getRecord(entry.id);
  if (!record.ok) return record;
  const { fileName, url } = record.value.source;
  const original = join(store.folder, entry.id, entry.original);
  const outcome = await store.texts.read(entry.id, {
    path: original,
    hints: {
      fileName,
      ...(url === undefined ? {} : { url }),
      ...(password === undefined ? {} : { password }),
    },
    format: entry.format,
  });
  const parsed = await readParsed(store.texts.folderOf(entry.id));
  if (outcome.state === "read" && parsed) {
    const { readerVersion, textHash, words, warnings } = outcome.facts;
    const isOther =
      readerVersion !== entry.readerVersion || textHash !== entry.textHash;
    if (isOther && !store.isReadOnly)
      await store.edit(
        entry.id,
        () => ({ readerVersion, textHash, words, warnings }),
        Date.now(),
      );
    return ok(parsed);
  }
  if (parsed?.textHash === entry.textHash) return ok(parsed);
  if (outcome.state === "refused")
    return fail({
      code: "import-refused",
      path: original,
      reason: outcome.failure.code,
      detail: outcome.failure.detail,
    });
  return fail({ code: "read-failed", path: original, detail: "interrupted" });
}
