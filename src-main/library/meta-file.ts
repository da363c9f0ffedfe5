import { parseHistoricalDate } from "#domain/historical-date";
import { ITEM_KINDS } from "#domain/library/item";
import { fail, ok, type Result } from "#domain/result";
import * as v from "valibot";
import { IMPORT_FORMATS } from "../import/reader";
import { keyLine, readKeys } from "../storage/key-lines";
import type { ItemRecord } from "./item-record";

/** Raised when an older program could not read the file any more. */
const META_VERSION = 1;

const text = v.string();
const filled = v.pipe(text, v.minLength(1));
const creator = v.union([
  v.object({
    name: filled,
    given: v.exactOptional(text),
    family: v.exactOptional(text),
  }),
  // As one would write it by hand.
  v.pipe(
    filled,
    v.transform((name) => ({ name })),
  ),
]);
const date = v.pipe(
  v.union([text, v.pipe(v.number(), v.transform(String))]),
  v.check((value) => parseHistoricalDate(value) !== undefined, "not a date"),
);
const kind = v.picklist(ITEM_KINDS);
const creators = v.array(creator);
const tags = v.array(text);
/** What a person corrected of an item, bundled or imported. */
export const correctionsSchema = v.partial(
  v.object({
    title: filled,
    kind,
    creators,
    language: filled,
    summary: text,
    tags,
    date: v.nullable(date),
    publisher: v.nullable(text),
    url: v.nullable(text),
  }),
);
const metaSchema = v.object({
  v: v.pipe(v.number(), v.maxValue(META_VERSION, "of a newer program")),
  title: filled,
  kind: v.optional(kind, "document"),
  creators: v.optional(creators, []),
  date: v.exactOptional(date),
  language: v.optional(filled, "und"),
  publisher: v.exactOptional(text),
  url: v.exactOptional(text),
  summary: v.optional(text, ""),
  tags: v.optional(tags, []),
  source: v.object({
    fileName: text,
    bytes: v.number(),
    sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/u)),
    url: v.exactOptional(text),
  }),
  imported: v.pipe(
    text,
    v.isoTimestamp(),
    v.transform((value) => Date.parse(value)),
  ),
  format: v.picklist(IMPORT_FORMATS),
  original: v.pipe(text, v.regex(/^original\.[a-z0-9]{1,12}$/u)),
  readerVersion: v.number(),
  textHash: text,
  words: v.number(),
  warnings: v.optional(v.array(v.object({ code: text, detail: text })), []),
  extra: v.optional(v.record(text, v.unknown()), {}),
  mergedFrom: v.exactOptional(v.array(text)),
  corrections: v.optional(correctionsSchema, {}),
});

/**
 * Reads `meta.yaml` of an item. Fails with the reason when it is not YAML, lacks what it must say, or was written by a
 * newer program.
 */
export function parseMeta(
  id: string,
  file: string,
): Result<ItemRecord, string> {
  const values = readKeys(file);
  if (!values.ok) return values;
  const read = v.safeParse(metaSchema, values.value);
  if (!read.success) {
    const [issue] = read.issues;
    return fail(`${v.getDotPath(issue) ?? ""} ${issue.message}`.trim());
  }
  const { v: _version, imported, source, corrections, ...rest } = read.output;
  const { title, kind, creators, language, summary, tags } = rest;
  const { date: when, publisher, url, mergedFrom, ...facts } = rest;
  return ok({
    id,
    read: {
      title,
      kind,
      creators,
      language,
      summary,
      tags,
      ...(when === undefined ? {} : { date: when }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined ? {} : { url }),
    },
    corrections,
    source,
    importedAt: imported,
    format: facts.format,
    original: facts.original,
    readerVersion: facts.readerVersion,
    textHash: facts.textHash,
    words: facts.words,
    warnings: facts.warnings,
    extra: facts.extra,
    ...(mergedFrom === undefined ? {} : { mergedFrom }),
  });
}

/**
 * Writes a record as `meta.yaml`: a key a line, each with its value as JSON, which is YAML too. So a person can read and
 * change it, and a hundred thousand of them can be read in seconds.
 */
export function formatMeta(record: ItemRecord): string {
  const { read, source, corrections, warnings, extra } = record;
  const isEmpty = (value: object): boolean => Object.keys(value).length === 0;
  const values: Record<string, unknown> = {
    v: META_VERSION,
    title: read.title,
    creators: read.creators,
    date: read.date,
    language: read.language,
    kind: read.kind,
    publisher: read.publisher,
    url: read.url,
    tags: read.tags,
    summary: read.summary,
    source,
    imported: new Date(record.importedAt).toISOString(),
    format: record.format,
    original: record.original,
    readerVersion: record.readerVersion,
    textHash: record.textHash,
    words: record.words,
    warnings,
    extra: isEmpty(extra) ? undefined : extra,
    corrections: isEmpty(corrections) ? undefined : corrections,
    mergedFrom: record.mergedFrom,
  };
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => keyLine(key, value))
    .join("");
}
