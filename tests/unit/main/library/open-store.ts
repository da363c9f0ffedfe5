import { ParserClient } from "#main/import/parser-client";
import { ItemStore } from "#main/library/item-store";
import { ParsedTexts } from "#main/library/parsed-texts";
import { join } from "node:path";
import { inProcessParser } from "../import/in-process-parser";

/** A store on folders of its own, which reads files in this process. */
export async function openStore(
  folder: string,
  parser = new ParserClient({ start: inProcessParser }),
): Promise<ItemStore> {
  const userData = join(folder, "user-data");
  const store = await ItemStore.open({
    library: join(folder, "library"),
    libraryId: "TEST",
    userData,
    texts: new ParsedTexts({ userData, parser }),
  });
  await store.settled;
  return store;
}
