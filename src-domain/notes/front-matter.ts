import { isMap, isScalar, parseDocument, stringify } from "yaml";
import { fail, ok, type Result } from "../result";

/** A Markdown file cut at its front matter. The three parts joined are the file, letter for letter. */
export interface SplitFile {
  /** From the start of the file to the end of the opening `---` line, a byte order mark included; empty without front matter. */
  readonly opening: string;
  /** The YAML between the fences. */
  readonly yaml: string;
  /** From the closing `---` line on; without front matter, nothing. */
  readonly closing: string;
  readonly body: string;
}

const FENCED = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$))/mu;

/** Cuts a file at its front matter; the body begins after the closing fence. */
export function splitFrontMatter(file: string): SplitFile {
  const match = FENCED.exec(file);
  if (!match || match.index !== 0)
    return { opening: "", yaml: "", closing: "", body: file };
  const [whole, opening = "", yaml = "", closing = ""] = match;
  return { opening, yaml, closing, body: file.slice(whole.length) };
}

/** Reads front matter as plain values. Fails with the reason when it is not YAML or not a list of keys. */
export function readFrontMatter(
  yaml: string,
): Result<Readonly<Record<string, unknown>>, string> {
  const document = parseDocument(yaml);
  const [error] = document.errors;
  if (error) return fail(error.message.split("\n")[0] ?? "not YAML");
  if (document.contents === null) return ok({});
  if (!isMap(document.contents))
    return fail("front matter must be a list of keys");
  return ok(document.toJS({ maxAliasCount: 20 }) as Record<string, unknown>);
}

/**
 * Sets top-level keys of a file's front matter and its body, by span: keys that are not set, their order, comments,
 * quotes and line ends stay byte for byte. A key set to `undefined` is taken out. Front matter is made where there is none.
 */
export function editFile(
  file: string,
  edits: Readonly<Record<string, unknown>>,
  body: string,
): string {
  const split = splitFrontMatter(file);
  const eol =
    split.opening.endsWith("\r\n") || (!split.opening && file.includes("\r\n"))
      ? "\r\n"
      : "\n";
  let yaml = split.yaml;
  for (const [key, value] of Object.entries(edits))
    yaml = setKey(yaml, key, value, eol);
  const bom = !split.opening && file.startsWith("\uFEFF") ? "\uFEFF" : "";
  const opening = split.opening || `${bom}---${eol}`;
  const fence = split.closing || `---${eol}`;
  const closing = body === "" ? fence : endWithEol(fence, eol);
  return opening + yaml + closing + body;
}

function setKey(
  yaml: string,
  key: string,
  value: unknown,
  eol: string,
): string {
  if (isWrittenInBraces(yaml)) return setKeyInBraces(yaml, key, value, eol);
  const pair = findPair(yaml, key);
  const written =
    value === undefined
      ? ""
      : stringify(
          { [key]: value },
          { lineWidth: 0, blockQuote: false },
        ).replaceAll("\n", eol);
  if (!pair)
    return yaml === "" || yaml.endsWith("\n")
      ? yaml + written
      : yaml + eol + written;
  if (value !== undefined && isSame(pair.value, value)) return yaml;
  const rest = yaml.slice(pair.end);
  if (written === "")
    return yaml.slice(0, pair.start) + rest.replace(/^\r?\n/u, "");
  return (
    yaml.slice(0, pair.start) +
    (rest === "" ? written : written.replace(/\r?\n$/u, "")) +
    rest
  );
}

function isWrittenInBraces(yaml: string): boolean {
  const { contents } = parseDocument(yaml);
  return isMap(contents) && contents.flow === true;
}

/** Front matter in braces has no lines of its own for its keys: it is written anew, its comments kept. */
function setKeyInBraces(
  yaml: string,
  key: string,
  value: unknown,
  eol: string,
): string {
  const document = parseDocument(yaml);
  if (value === undefined) document.delete(key);
  else document.set(key, value);
  return document.toString({ lineWidth: 0 }).replace(/\r?\n/gu, eol);
}

interface FoundPair {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
}

function findPair(yaml: string, key: string): FoundPair | undefined {
  const document = parseDocument(yaml);
  if (!isMap(document.contents)) return undefined;
  for (const { key: name, value } of document.contents.items) {
    if (!isScalar(name) || name.value !== key || !name.range) continue;
    const node = value as {
      range?: [number, number, number];
      toJS?: (doc: unknown) => unknown;
    } | null;
    // A collection's range may run over trailing line ends and comments: end at its last written letter.
    const end = node?.range
      ? lastLetter(yaml, name.range[1], node.range[1])
      : name.range[1] + 1;
    return { start: name.range[0], end, value: node?.toJS?.(document) };
  }
  return undefined;
}

function lastLetter(yaml: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/u.test(yaml[end - 1] ?? "")) end -= 1;
  return Math.max(end, from + 1);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function endWithEol(closing: string, eol: string): string {
  return closing.endsWith("\n") ? closing : closing + eol;
}
