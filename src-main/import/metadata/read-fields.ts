import { ITEM_KINDS, type ItemKind } from "#domain/library/item";
import type { ReadMetadata } from "../reader";
import { readDate } from "./read-date";
import { readNames } from "./read-names";

/** Fields of a document as it names them, for example from front matter or a JSON record. */
export type Fields = Readonly<Record<string, unknown>>;

/** Where each part of the metadata is looked for, in this order; names are compared without case, `-` and `_`. */
const TITLE = ["title", "headline"];
const CREATORS = ["creators", "creator", "authors", "author", "byline", "by"];
const DATE = ["date", "published", "publishedat", "pubdate", "issued", "year"];
const LANGUAGE = ["language", "lang"];
const TAGS = ["tags", "keywords", "tag"];
const ADDRESS = ["url", "link", "source", "canonicalurl", "permalink"];
const DESCRIPTION = ["description", "summary", "abstract", "excerpt"];
const PUBLISHER = ["publisher", "site", "sitename", "publication"];
const KIND = ["kind", "type"];
/** Names that would reach an object's prototype are no fields. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads metadata from named fields. What is not understood, and what has no place, is kept in `extra` as plain values
 * under its own name; fields in `skip` are no metadata.
 */
export function readFields(
  fields: Fields,
  skip: readonly string[],
): ReadMetadata {
  const names = new Map(
    Object.keys(fields).map((name) => [foldName(name), name] as const),
  );
  const used = new Set(skip);
  const take = <Value>(
    from: readonly string[],
    read: (value: unknown) => Value | undefined,
  ): Value | undefined => {
    for (const folded of from) {
      const name = names.get(folded);
      if (name === undefined || used.has(name)) continue;
      const value = read(fields[name]);
      if (value === undefined) continue;
      used.add(name);
      return value;
    }
    return undefined;
  };
  const metadata = {
    ...given("title", take(TITLE, readText)),
    creators: take(CREATORS, (value) => nonEmpty(readNames(value))) ?? [],
    ...given("date", take(DATE, readDate)),
    ...given("language", take(LANGUAGE, readLanguage)),
    ...given("publisher", take(PUBLISHER, readText)),
    ...given("url", take(ADDRESS, readAddress)),
    ...given("description", take(DESCRIPTION, readText)),
    ...given("kind", take(KIND, readKind)),
    tags: take(TAGS, readTags) ?? [],
  };
  const extra = Object.entries(fields).filter(
    ([name, value]) =>
      !used.has(name) && !FORBIDDEN.has(name) && value !== undefined,
  );
  return extra.length === 0
    ? metadata
    : {
        ...metadata,
        extra: Object.fromEntries(
          extra.map(([name, value]) => [name, plainValue(value, 0)]),
        ),
      };
}

function foldName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/gu, "");
}

function readText(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return undefined;
  const text = value.replace(/\s+/gu, " ").trim();
  return text === "" ? undefined : text;
}

function readLanguage(value: unknown): string | undefined {
  const text = readText(value)?.replaceAll("_", "-");
  return text && /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/u.test(text)
    ? text
    : undefined;
}

function readAddress(value: unknown): string | undefined {
  const text = readText(value);
  return text && /^https?:\/\/\S+$/iu.test(text) ? text : undefined;
}

function readKind(value: unknown): ItemKind | undefined {
  const text = readText(value)?.toLowerCase();
  return ITEM_KINDS.find((kind) => kind === text);
}

function readTags(value: unknown): string[] | undefined {
  const tags =
    typeof value === "string"
      ? value.split(/\s*[,;]\s*/u)
      : Array.isArray(value)
        ? value.map((tag) => readText(tag) ?? "")
        : [];
  return nonEmpty(tags.map((tag) => tag.trim()).filter((tag) => tag !== ""));
}

function nonEmpty(values: string[]): string[] | undefined {
  return values.length > 0 ? values : undefined;
}

function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [Name in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as {
    [Name in Key]?: Value;
  };
}

/** Deeper than this no field is kept: it is no metadata. */
const DEEPEST = 8;

/** The value as plain JSON: dates as texts, nothing that a prototype could be reached by. */
function plainValue(value: unknown, depth: number): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean")
    return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (depth >= DEEPEST) return null;
  if (Array.isArray(value))
    return value.map((one) => plainValue(one, depth + 1));
  if (typeof value !== "object") return null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !FORBIDDEN.has(name))
      .map(([name, one]) => [name, plainValue(one, depth + 1)]),
  );
}
