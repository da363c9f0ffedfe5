import { ok, type Result } from "#domain/result";
import { ItemStore } from "../library/item-store";
import { ParsedTexts } from "../library/parsed-texts";
import { openLibrary } from "../storage/open-library";
import type { LibraryPlace } from "./read-only-items";

export interface OpenItems {
  readonly store: ItemStore;
  close(): Promise<void>;
}

/** Takes a library for this process and opens its items. Failures: those of `openLibrary`, `library-busy` among them. */
export async function openItems({
  library,
  userData,
  parser,
}: LibraryPlace): Promise<Result<OpenItems>> {
  const opened = await openLibrary(library, userData, Date.now());
  if (!opened.ok) return opened;
  const store = await ItemStore.open({
    library,
    libraryId: opened.value.id,
    userData,
    texts: new ParsedTexts({ userData, parser }),
  });
  await store.settled;
  return ok({
    store,
    async close() {
      await store.close();
      await opened.value.lock.release();
    },
  });
}
