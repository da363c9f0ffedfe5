import { ParserClient } from "#main/import/parser-client";
import { ItemStore } from "#main/library/item-store";
import { ParsedTexts } from "#main/library/parsed-texts";
import { afterEach } from "vitest";
import { inProcessParser } from "../import/in-process-parser";

/** Opens stores on the folder of a test, which read files in this process; they are closed after it. */
export function useStores(
  inFolder: (...names: readonly string[]) => string,
): (parser?: ParserClient) => Promise<ItemStore> {
  const opened: ItemStore[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  return async (parser = new ParserClient({ start: inProcessParser })) => {
    const userData = inFolder("user-data");
    const store = await ItemStore.open({
      library: inFolder("library"),
      libraryId: "TEST",
      userData,
      texts: new ParsedTexts({ userData, parser }),
    });
    opened.push(store);
    await store.settled;
    return store;
  };
}
