import { fail, ok, type Result } from "#domain/result";
import { countWords } from "#domain/text/count-words";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { detectFormat } from "./detect-format";
import { MOST_BYTES } from "./most-bytes";
import {
  PLACES_FILE,
  RESOURCES_FOLDER,
  resourceName,
  TEXT_FILE,
  type ParsedPlaces,
  type ParsedText,
  type ReadFacts,
  type ReadJob,
} from "./protocol";
import type { ReadFailure, ReadItem, ReadResource } from "./reader";
import { readerOf } from "./readers";
import { sanitise } from "./sanitise";
import { tidyMetadata } from "./tidy-metadata";

/**
 * Reads one file and writes its text and pictures into the job's folder; a file of one record a line is only told as
 * `lines`, for each of them is an original of its own. Runs in the reading process, which has nothing else to do: so
 * it waits for the disk.
 */
export async function readJob(
  { path, hints, output, format: known }: ReadJob,
  progress: (share: number) => void,
): Promise<Result<ReadFacts | "lines", ReadFailure>> {
  const { size } = statSync(path);
  if (size > MOST_BYTES)
    return fail({
      code: "too-large",
      detail: `${size} of ${MOST_BYTES} bytes`,
    });
  const file = readFileSync(path);
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const format = known ? ok(known) : await detectFormat(bytes, hints);
  if (!format.ok) return format;
  if (format.value === "json-lines") return ok("lines");
  const reader = await readerOf(format.value);
  progress(0);
  const read = await reader.read(bytes, hints, { progress });
  if (!read.ok) return read;
  const item = sanitise(read.value);
  // A title alone is a text, if a short one: its reader has taken it out of the blocks.
  if (item.structured.blocks.length === 0 && item.metadata.title === undefined)
    return fail({ code: "no-text", detail: "nothing in it can be shown" });
  return ok(await write(item, reader.version, output));
}

async function write(
  item: ReadItem,
  readerVersion: number,
  output: string,
): Promise<ReadFacts> {
  const { structured } = item;
  const resources = writeResources(item.resources, output);
  const textHash = createHash("sha256").update(structured.text).digest("hex");
  const parsed: ParsedText = {
    format: item.format,
    readerVersion,
    textHash,
    resources,
    structured,
  };
  writeFileSync(join(output, TEXT_FILE), JSON.stringify(parsed));
  if (item.places) {
    const places: ParsedPlaces = { textHash, ...item.places };
    writeFileSync(join(output, PLACES_FILE), JSON.stringify(places));
  }
  const { metadata, warnings } = tidyMetadata(item.metadata, item.warnings);
  const language =
    metadata.language ??
    structured.language ??
    (await detectLanguage(structured.text));
  return {
    format: item.format,
    readerVersion,
    metadata: {
      ...metadata,
      creators: [...metadata.creators],
      tags: [...metadata.tags],
      ...(language === undefined ? {} : { language }),
    } as ReadFacts["metadata"],
    words: countWords(structured.text),
    blocks: structured.blocks.length,
    textHash,
    warnings,
    resources,
  };
}

/** The language of a text that does not say it; what is needed to tell is loaded only then. */
async function detectLanguage(text: string): Promise<string | undefined> {
  return (await import("./detect-language")).detectLanguage(text);
}

function writeResources(
  resources: readonly ReadResource[],
  output: string,
): ReadFacts["resources"] {
  const folder = join(output, RESOURCES_FOLDER);
  if (resources.length > 0) mkdirSync(folder, { recursive: true });
  const written = new Map<string, ReadFacts["resources"][number]>();
  for (const { mediaType, bytes } of resources) {
    // The name is made here, from the bytes: a reader's word for it is not taken.
    const id = createHash("sha256").update(bytes).digest("hex");
    if (written.has(id)) continue;
    const resource = { id, mediaType, bytes: bytes.length };
    writeFileSync(join(folder, resourceName(resource)), bytes);
    written.set(id, resource);
  }
  return [...written.values()];
}
