import type { SourcePlaces } from "#domain/cfi/source-places";
import type { ImportFormat } from "../import/reader";
import type { ItemEntry } from "./item-record";
import type { ItemStore } from "./item-store";
import { readPlaces } from "./parsed-texts";
import { rereadItem } from "./reread-item";

/** Formats whose readers tell where the letters come from. */
export const FORMATS_WITH_PLACES: ReadonlySet<ImportFormat> = new Set(["epub"]);

/** Items that were read again for their places: once is enough. */
const reread = new WeakSet<ItemEntry>();

/**
 * Where an item's letters stand in its source. They lie beside its parsed text; one that was parsed before there were
 * any, or whose places are damaged, is read again from its original, which gives the same text with the same offsets.
 * Should it give another one, the places of that are not those of the text at hand: `undefined` then, as where the book
 * leads nobody to its parts.
 */
export async function findPlaces(
  store: ItemStore,
  entry: ItemEntry,
): Promise<SourcePlaces | undefined> {
  const folder = store.texts.folderOf(entry.id);
  const parsed = await store.texts.find(entry);
  const places = parsed && (await readPlaces(folder, parsed));
  if (places || reread.has(entry)) return places;
  reread.add(entry);
  const anew = await rereadItem(store, entry);
  return anew.ok && anew.value.textHash === entry.textHash
    ? readPlaces(folder, anew.value)
    : undefined;
}
