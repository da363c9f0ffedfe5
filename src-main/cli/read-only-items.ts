import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Parser } from "../import/parser-client";
import { ItemStore } from "../library/item-store";
import { ParsedTexts } from "../library/parsed-texts";

export interface LibraryPlace {
  readonly library: string;
  readonly userData: string;
  readonly parser: Parser;
}

/** A library's imported items for commands that only read them: nothing is locked, made or moved in the library. */
export async function readOnlyItems({
  library,
  userData,
  parser,
}: LibraryPlace): Promise<ItemStore> {
  return ItemStore.openReadOnly({
    library,
    libraryId: await libraryId(library),
    userData,
    texts: new ParsedTexts({ userData, parser }),
  });
}

async function libraryId(library: string): Promise<string> {
  try {
    const marker = JSON.parse(
      await readFile(join(library, "aide.json"), "utf8"),
    ) as { id?: unknown };
    return typeof marker.id === "string" ? marker.id : "none";
  } catch {
    return "none";
  }
}
