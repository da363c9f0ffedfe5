import type { HistoricalDate } from "#domain/historical-date";
import type { Creator } from "#domain/library/creator";
import type { ItemKind, ItemMetadata } from "#domain/library/item";
import type { ImportFormat, ReadWarning } from "../import/reader";

/** The fields of an imported item that a person may correct. */
export interface ItemFields {
  readonly title: string;
  readonly kind: ItemKind;
  readonly creators: readonly Creator[];
  readonly date?: HistoricalDate;
  /** BCP 47; `und` where unknown. */
  readonly language: string;
  readonly publisher?: string;
  /** Where the text stands or stood on the web. */
  readonly url?: string;
  readonly summary: string;
  readonly tags: readonly string[];
}

/** What a person changed: it stands instead of what was read; `null` empties a field that may be empty. */
export type ItemCorrections = {
  readonly [Key in keyof ItemFields]?: ItemFields[Key] | null | undefined;
};

/** The file an item was made from. */
export interface ItemOrigin {
  readonly fileName: string;
  readonly bytes: number;
  /** Of the bytes, in hexadecimal; the item's id is made from it. */
  readonly sha256: string;
  /** The address it was taken from, as told at the import. */
  readonly url?: string;
}

/** Everything `meta.yaml` says about an imported item. */
export interface ItemRecord {
  readonly id: string;
  /** As read from the original. */
  readonly read: ItemFields;
  readonly corrections: ItemCorrections;
  readonly source: ItemOrigin;
  /** Epoch milliseconds. */
  readonly importedAt: number;
  readonly format: ImportFormat;
  /** Name of the original beside `meta.yaml`. */
  readonly original: string;
  /** Of the reader that made the text that `textHash` is of. */
  readonly readerVersion: number;
  /** SHA-256 of the canonical text, in hexadecimal. */
  readonly textHash: string;
  readonly words: number;
  readonly warnings: readonly ReadWarning[];
  /** Fields of the source that the program has no place for. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Ids of items that were merged into this one: they lead to it. */
  readonly mergedFrom?: readonly string[];
}

/** The part of a record that is kept in memory for every item. */
export interface ItemEntry {
  readonly id: string;
  /** With the corrections. */
  readonly fields: ItemFields;
  readonly importedAt: number;
  readonly format: ImportFormat;
  readonly original: string;
  readonly readerVersion: number;
  readonly textHash: string;
  readonly words: number;
  readonly mergedFrom?: readonly string[];
}

/** The fields as they are shown: what was read, with what was corrected. */
export function correctedFields({
  read,
  corrections,
}: Pick<ItemRecord, "read" | "corrections">): ItemFields {
  const given = Object.entries({ ...read, ...corrections });
  const fields = given.filter(([, value]) => value !== null);
  return Object.fromEntries(fields) as unknown as ItemFields;
}

export function entryOf(record: ItemRecord): ItemEntry {
  const { id, importedAt, format, original, readerVersion, textHash, words } =
    record;
  const { mergedFrom } = record;
  return {
    id,
    fields: correctedFields(record),
    importedAt,
    format,
    original,
    readerVersion,
    textHash,
    words,
    ...(mergedFrom === undefined ? {} : { mergedFrom }),
  };
}

/** An imported item's metadata in the shape all items have. */
export function metadataOf({ id, fields }: ItemEntry): ItemMetadata {
  const { title, kind, creators, date, language, summary, tags } = fields;
  return {
    id,
    title,
    kind,
    creators,
    language,
    ...(date === undefined ? {} : { date }),
    summary,
    tags,
    sources: [],
    facts: [],
  };
}
