import { fail, ok, type Result } from "#domain/result";
import * as v from "valibot";
import { parseDocument } from "yaml";

/** Raised when an older program could not read the file any more. */
const VERSION = 1;

const schema = v.object({
  v: v.optional(
    v.pipe(v.number(), v.maxValue(VERSION, "of a newer program")),
    VERSION,
  ),
  title: v.pipe(v.string(), v.minLength(1)),
  created: v.optional(v.string()),
  items: v.optional(v.array(v.string()), []),
});

/** A collection of the user, as its file says. */
export interface UserCollection {
  readonly title: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Ids in reading order, each once; also of items that are not there. */
  readonly items: readonly string[];
}

/** Writes a new collection: a key a line, then an item a line, so that a person can read and change it. */
export function formatCollection(
  id: string,
  { title, createdAt, items }: UserCollection,
): string {
  const keys = {
    v: VERSION,
    id,
    title,
    created: new Date(createdAt).toISOString(),
  };
  const lines = Object.entries(keys).map(
    ([key, value]) => `${key}: ${quote(value)}\n`,
  );
  return lines.join("") + formatItems(items);
}

/** Reads a collection. Fails with the reason. */
export function parseCollection(file: string): Result<UserCollection, string> {
  const values = readPlain(file) ?? readYaml(file);
  const read = v.safeParse(schema, values);
  if (!read.success) {
    const [issue] = read.issues;
    return fail(`${v.getDotPath(issue) ?? ""} ${issue.message}`.trim());
  }
  const { title, created, items } = read.output;
  const createdAt = Date.parse(created ?? "");
  return ok({
    title,
    createdAt: Number.isNaN(createdAt) ? 0 : createdAt,
    items: [...new Set(items)],
  });
}

/** Sets title and items of a collection's file; every other line of it stays as it is. */
export function editCollection(
  file: string,
  edits: { readonly title?: string; readonly items?: readonly string[] },
): string {
  const plain = cutPlain(file);
  if (!plain) {
    const document = parseDocument(file);
    for (const [key, value] of Object.entries(edits)) document.set(key, value);
    return document.toString({ lineWidth: 0 });
  }
  const { title, items } = edits;
  const keys = plain.keys.map((line) =>
    title !== undefined && line.startsWith("title: ")
      ? `title: ${quote(title)}\n`
      : line,
  );
  return keys.join("") + (items ? formatItems(items) : plain.items.join(""));
}

interface PlainFile {
  /** Lines of keys, with their line ends. */
  readonly keys: readonly string[];
  /** The line that begins the items, and one for each. */
  readonly items: readonly string[];
}

/** Cuts a file of the form we write; `undefined` when a person wrote it otherwise. */
function cutPlain(file: string): PlainFile | undefined {
  if (!file.endsWith("\n")) return undefined;
  const lines = file.slice(0, -1).split("\n");
  const at = lines.findIndex(
    (line) => line === "items:" || line === "items: []",
  );
  if (at === -1) return undefined;
  const [keys, items] = [lines.slice(0, at), lines.slice(at)];
  const isPlain =
    keys.every((line) => /^[a-zA-Z]+: (?:"|\d)/u.test(line)) &&
    items.slice(1).every((line) => line.startsWith('- "'));
  const withEnd = (line: string): string => `${line}\n`;
  return isPlain
    ? { keys: keys.map(withEnd), items: items.map(withEnd) }
    : undefined;
}

function readPlain(file: string): Record<string, unknown> | undefined {
  const plain = cutPlain(file);
  if (!plain) return undefined;
  try {
    const keys = plain.keys.map((line) => {
      const colon = line.indexOf(": ");
      return [
        line.slice(0, colon),
        JSON.parse(line.slice(colon + 2)) as unknown,
      ] as const;
    });
    const items = plain.items
      .slice(1)
      .map((line) => JSON.parse(line.slice(2)) as unknown);
    return { ...Object.fromEntries(keys), items };
  } catch {
    return undefined;
  }
}

function readYaml(file: string): unknown {
  const document = parseDocument(file);
  return document.errors.length > 0
    ? undefined
    : (document.toJS({ maxAliasCount: 20 }) as unknown);
}

function formatItems(items: readonly string[]): string {
  if (items.length === 0) return "items: []\n";
  return `items:\n${items.map((id) => `- ${quote(id)}\n`).join("")}`;
}

/** JSON is YAML too, but for three letters that end a line in YAML. */
function quote(value: string | number): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
