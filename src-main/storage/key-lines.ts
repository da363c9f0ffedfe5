import { fail, ok, type Result } from "#domain/result";
import { parseDocument } from "yaml";

/**
 * Files of keys: a key a line, each with its value as JSON, so that a person can read and change them and a hundred
 * thousand of them can be read in seconds. A file that a person wrote otherwise is read as YAML. Fails with the reason.
 */
export function readKeys(
  file: string,
): Result<Readonly<Record<string, unknown>>, string> {
  return readLines(file) ?? readYaml(file);
}

/** Sets keys of such a file; other keys, comments and their order stay. A key set to `undefined` is taken out. */
export function editKeys(
  file: string,
  edits: Readonly<Record<string, unknown>>,
): string {
  if (readLines(file)) {
    let edited = file;
    for (const [key, value] of Object.entries(edits)) {
      const written = value === undefined ? "" : keyLine(key, value);
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

/** A key with its value as JSON, which is YAML too. */
export function keyLine(key: string, value: unknown): string {
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
