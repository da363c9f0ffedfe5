import { join } from "node:path";
import type { LibraryFault } from "./library-fault";
import { errorDetail } from "../storage/error-detail";
import { hashOriginal } from "./hash-original";
import type { ItemEntry } from "./item-record";
import type { ItemStore } from "./item-store";
import { rebuildMeta } from "./rebuild-meta";
import { rereadItem } from "./reread-item";

/**
 * Checks every imported item: what is known of it can be read, the original is the file it was made from, and its parsed
 * form is there. With `repair`, metadata that cannot be read is made again from the original (the damaged file goes to
 * quarantine), and parsed forms that are missing are read again; originals are never touched.
 */
export async function checkItems(
  store: ItemStore,
  repair:
    { readonly quarantineFolder: string; readonly now: number } | undefined,
): Promise<LibraryFault[]> {
  const faults: LibraryFault[] = [];
  for (const { code, path, detail } of store.problems) {
    const id = path.split("/")[1] ?? "";
    const repaired = repair ? await rebuildMeta(store, id, repair) : false;
    faults.push({ code, path, detail, repaired });
  }
  for (const entry of [...store.entries()])
    faults.push(...(await checkItem(store, entry, repair !== undefined)));
  return faults;
}

async function checkItem(
  store: ItemStore,
  entry: ItemEntry,
  repairs: boolean,
): Promise<LibraryFault[]> {
  const original = join(store.folder, entry.id, entry.original);
  const path = `items/${entry.id}/${entry.original}`;
  const trouble = await troubleWith(original, entry.id);
  if (trouble) return [{ ...trouble, path, repaired: false }];
  if (await store.texts.find(entry)) return [];
  const reread = repairs ? await rereadItem(store, entry) : undefined;
  const detail =
    reread && !reread.ok && "detail" in reread.failure
      ? reread.failure.detail
      : "its text has to be read from the original again";
  return [
    { code: "text-missing", path, detail, repaired: reread?.ok === true },
  ];
}

/** An item's id is made from its original's bytes: so the two can be held against each other. */
async function troubleWith(
  original: string,
  id: string,
): Promise<{ code: string; detail: string } | undefined> {
  try {
    return (await hashOriginal(original)).id === id
      ? undefined
      : {
          code: "original-changed",
          detail: "it is not the file that was imported",
        };
  } catch (error) {
    return { code: "original-missing", detail: errorDetail(error) };
  }
}
