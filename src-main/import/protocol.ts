import type { SourcePlacesFile } from "#domain/cfi/source-places-file";
import type { StructuredText } from "#domain/text/blocks";
import { READ_FAILURE_CODES } from "#domain/library/read-failure";
import { ITEM_KINDS } from "#domain/library/item";
import * as v from "valibot";
import {
  IMPORT_FORMATS,
  RESOURCE_TYPES,
  type ImportFormat,
  type ReadHints,
} from "./reader";

/** One file to read. The process writes the text and the pictures into `output`, a folder that is there and empty. */
export interface ReadJob {
  readonly path: string;
  readonly hints: ReadHints;
  readonly output: string;
  /** What the file is, where it is known: a line of records, or an original that was read before. */
  readonly format?: ImportFormat;
}

/** From the host to the reading process. */
export interface ReadMessage {
  readonly kind: "read";
  readonly id: number;
  readonly job: ReadJob;
}

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(text, v.regex(/^[0-9a-f]{64}$/u));
const warningSchema = v.object({ code: text, detail: text });

/** The small facts of what was read: everything but the text itself, which stays in the output folder. */
export const readFactsSchema = v.object({
  format: v.picklist(IMPORT_FORMATS),
  readerVersion: v.number(),
  metadata: v.object({
    title: v.exactOptional(text),
    creators: v.array(text),
    date: v.exactOptional(text),
    language: v.exactOptional(text),
    publisher: v.exactOptional(text),
    url: v.exactOptional(text),
    description: v.exactOptional(text),
    kind: v.exactOptional(v.picklist(ITEM_KINDS)),
    tags: v.array(text),
    extra: v.exactOptional(v.record(text, v.unknown())),
  }),
  words: count,
  blocks: count,
  /** SHA-256 of the canonical text, in hexadecimal. */
  textHash: sha256,
  warnings: v.array(warningSchema),
  resources: v.array(
    v.object({
      id: sha256,
      mediaType: v.picklist(RESOURCE_TYPES),
      bytes: count,
    }),
  ),
});
export type ReadFacts = v.InferOutput<typeof readFactsSchema>;

/** From the reading process. It has read hostile bytes, so what it says is checked like any input. */
export const readReplySchema = v.variant("kind", [
  v.object({ kind: v.literal("progress"), id: count, share: v.number() }),
  v.object({ kind: v.literal("done"), id: count, facts: readFactsSchema }),
  // Not one document: a JSON record on each line.
  v.object({ kind: v.literal("lines"), id: count }),
  v.object({
    kind: v.literal("refused"),
    id: count,
    failure: v.object({ code: v.picklist(READ_FAILURE_CODES), detail: text }),
  }),
]);
export type ReadReply = v.InferOutput<typeof readReplySchema>;

/** `text.json` of a parsed item: what was read, and which reader made it. */
export interface ParsedText {
  readonly format: ReadFacts["format"];
  readonly readerVersion: number;
  readonly textHash: string;
  readonly resources: ReadFacts["resources"];
  readonly structured: StructuredText;
}

/** `places.json` beside it, of books: where the letters of the text stand in the source's documents. */
export interface ParsedPlaces extends SourcePlacesFile {
  /** Of the text that the places belong to. */
  readonly textHash: string;
}

/** Name of the file with the structured text within a parsed item's folder. */
export const TEXT_FILE = "text.json";
/** Name of the file with the places of its letters. */
export const PLACES_FILE = "places.json";
/** Name of the folder with the pictures. */
export const RESOURCES_FOLDER = "resources";

const ENDINGS: Readonly<Record<(typeof RESOURCE_TYPES)[number], string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/bmp": "bmp",
  "image/svg+xml": "svg",
};

/** File name of a picture: made from its hash and its type only, never from a name in a document. */
export function resourceName({
  id,
  mediaType,
}: Pick<ReadFacts["resources"][number], "id" | "mediaType">): string {
  return `${id}.${ENDINGS[mediaType]}`;
}
