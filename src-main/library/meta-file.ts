import { parseHistoricalDate } from "#domain/historical-date";
import { ITEM_KINDS } from "#domain/library/item";
import { fail, ok, type Result } from "#domain/result";
import * as v from "valibot";
import { parseDocument } from "yaml";
import { IMPORT_FORMATS } from "../import/reader";
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
  corrections: v.optional(
    v.partial(
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
    ),
    {},
  ),
});

/**
 * Reads `meta.yaml` of an item. Fails with the reason when it is not YAML, lacks what it must say, or was written by a
 * newer program.
 */
export function parseMeta(
  id: string,
  file: string,
): Result<ItemRecord, string> {
  const values = readLines(file) ?? readYaml(file);
  if (!values.ok) return values;
  const read = v.safeParse(metaSchema, values.value);
  if (!read.success) {
    const [issue] = read.issues;
    return fail(`${v.getDotPath(issue) ?? ""} ${issue.message}`.trim());
  }
  const { v: _version, imported, source, corrections, ...rest } = read.output;
  const { title, kind, creators, language, summary, tags } = rest;
  const { date: when, publisher, url, ...facts } = rest;
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
  };
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => lineOf(key, value))
    .join("");
}

/** Sets keys of a `meta.yaml`; other keys, comments and their order stay. A key set to `undefined` is taken out. */
export function editMeta(
  file: string,
  edits: Readonly<Record<string, unknown>>,
): string {
  if (readLines(file)) {
    let edited = file;
    for (const [key, value] of Object.entries(edits)) {
      const written = value === undefined ? "" : lineOf(key, value);
      const line = new RegExp(`^${key}: .*\n`, "mu");
      edited = line.test(edited)
        ? edited.replace(line, () => written)
        : edited + written;
    }
    return edited;
  }
  const document = parseDocument(file);
  for (const [key, value] of Object.entries(edits)) {
    if (value === undefined) document.delete(key);
    else document.set(key, value);
  }
  return document.toString({ lineWidth: 0 });
}

function lineOf(key: string, value: unknown): string {
  // YAML ends a line at these three letters too, JSON does not.
  const json = JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${key}: ${json}\n`;
}

/** The file as we write it, without the work of a YAML parser; `undefined` when it was written otherwise. */
function readLines(
  file: string,
): Result<Readonly<Record<string, unknown>>, string> | undefined {
  const values: Record<string, unknown> = {};
  if (!file.endsWith("\n")) return undefined;
  for (const line of file.slice(0, -1).split("\n")) {
    const match = /^([a-zA-Z]+): (.*)$/u.exec(line);
    const [, key = "", json = ""] = match ?? [];
    if (!match || Object.hasOwn(values, key)) return undefined;
    try {
      values[key] = JSON.parse(json);
    } catch {
      return undefined;
    }
  }
  return ok(values);
}

function readYaml(
  file: string,
): Result<Readonly<Record<string, unknown>>, string> {
  const document = parseDocument(file);
  const [error] = document.errors;
  if (error) return fail(error.message.split("\n")[0] ?? "not YAML");
  const values: unknown = document.toJS({ maxAliasCount: 20 });
  return typeof values === "object" && values !== null
    ? ok(values as Record<string, unknown>)
    : fail("not a list of keys");
}
