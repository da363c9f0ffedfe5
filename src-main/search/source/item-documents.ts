import type { ItemMetadata } from "#domain/library/item";
import { join } from "node:path";
import { TEXT_FILE } from "../../import/protocol";
import type { ItemEntry } from "../../library/item-record";
import type { ItemStore } from "../../library/item-store";
import type { ItemSource } from "../../library/library-item";
import type { LoadedCorpus } from "../../library/load-corpus";
import type { DocumentText, SearchDocument, ToldDocument } from "../protocol";
import { fingerprintOf } from "./fingerprint";
import { inPieces } from "./in-pieces";
import type { DocumentSource } from "./search-source";

const PREFIX = "item/";

/** Bundled items under the titles they have now, and imported ones, whose texts the search process reads itself. */
export function itemDocuments(
  corpus: LoadedCorpus,
  items: Pick<ItemSource, "find">,
  imported: Pick<ItemStore, "entries" | "findEntry" | "texts"> | undefined,
): DocumentSource {
  const bundled = (id: string) => {
    const item = corpus.items.get(id);
    // An item that was merged into another is found there.
    const metadata = items.find(id)?.metadata ?? item?.metadata;
    return item && metadata?.id === id ? { item, metadata } : undefined;
  };
  function* told(): Generator<ToldDocument> {
    for (const id of corpus.items.keys()) {
      const found = bundled(id);
      if (found)
        yield {
          key: PREFIX + id,
          fingerprint: fingerprintOf(shown(found.metadata), found.item.body),
        };
    }
    for (const entry of imported?.entries() ?? [])
      yield {
        key: PREFIX + entry.id,
        fingerprint: fingerprintOf(shown(entry.fields), entry.textHash),
      };
  }
  return {
    prefix: PREFIX,
    tell: () => inPieces(told()),
    get(key) {
      const id = key.slice(PREFIX.length);
      const found = bundled(id);
      if (found) {
        const { item, metadata } = found;
        const text = {
          form: "structured" as const,
          structured: item.structured(),
        };
        const fingerprint = fingerprintOf(shown(metadata), item.body);
        return Promise.resolve(document(id, metadata, text, fingerprint));
      }
      const entry = imported?.findEntry(id);
      if (!imported || !entry) return Promise.resolve(undefined);
      const { textHash } = entry;
      const path = join(imported.texts.folderOf(id), TEXT_FILE);
      const fingerprint = fingerprintOf(shown(entry.fields), textHash);
      const text = { form: "file" as const, path, textHash };
      return Promise.resolve(document(id, entry.fields, text, fingerprint));
    },
  };
}

type Fields =
  | Pick<
      ItemMetadata,
      "title" | "tags" | "kind" | "language" | "date" | "written"
    >
  | ItemEntry["fields"];

/** What is indexed or shown of an item besides its text. */
function shown(fields: Fields): readonly unknown[] {
  const { title, tags, kind, language } = fields;
  return [title, tags, kind, language, dateOf(fields)];
}

function dateOf(fields: Fields): string | undefined {
  return fields.date ?? ("written" in fields ? fields.written : undefined);
}

function document(
  id: string,
  fields: Fields,
  text: DocumentText,
  fingerprint: string,
): SearchDocument {
  const { title, tags, kind, language } = fields;
  const date = dateOf(fields);
  return {
    key: PREFIX + id,
    fingerprint,
    kind: "passage",
    id,
    itemId: id,
    title,
    detail: kind,
    tags,
    ...(language === "und" ? {} : { language }),
    ...(date === undefined ? {} : { date }),
    text,
  };
}
