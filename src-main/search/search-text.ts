import { join } from "node:path";
import { TEXT_FILE } from "../import/protocol";
import type { ItemEntry } from "../library/item-record";
import type { ItemStore } from "../library/item-store";
import type { SearchText } from "./protocol";

/** An imported item as the search process gets it: where its text lies, not the text. */
export function searchTextOf(store: ItemStore, entry: ItemEntry): SearchText {
  const { id, fields, textHash } = entry;
  return {
    id,
    title: fields.title,
    tags: fields.tags,
    kind: fields.kind,
    textHash,
    path: join(store.texts.folderOf(id), TEXT_FILE),
  };
}

/** All imported items for the search process. */
export function* searchTexts(store: ItemStore): Generator<SearchText> {
  for (const entry of store.entries()) yield searchTextOf(store, entry);
}
