import { fail, ok, type Result } from "#domain/result";
import type { ItemStore } from "./item-store";
import { rereadItem } from "./reread-item";

/**
 * Reads the original of an item again that is locked with a password, when its parsed form was lost; the password is used
 * this once and kept nowhere. Failures: `not-found`, `read-failed`, `import-refused`.
 */
export async function unlockItem(
  store: ItemStore,
  id: string,
  password: string,
): Promise<Result<null>> {
  const entry = store.findEntry(id);
  if (!entry) return fail({ code: "not-found", kind: "item", id });
  const read = await rereadItem(store, entry, password);
  return read.ok ? ok(null) : read;
}
