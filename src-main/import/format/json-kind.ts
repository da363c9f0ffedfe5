/** Fields one of which makes a JSON object a document. */
const DOCUMENT_FIELDS = ["text", "html", "markdown", "title"];
const LINES_LOOKED_AT = 20;

/**
 * Tells what a text that begins like JSON is: `lines` of documents, or in words what else; `undefined` when it is no
 * JSON. `whole` gives the whole text, and is asked only when the beginning does not decide.
 */
export function jsonKind(
  start: string,
  whole: () => string,
): "lines" | string | undefined {
  const lines = start.split("\n").filter((line) => line.trim() !== "");
  // The last line may be cut off by the reach of the first look.
  const looked = lines.slice(0, LINES_LOOKED_AT);
  const objects = looked
    .map(parseObject)
    .filter((value) => value !== undefined);
  if (objects.some(isDocument)) return "lines";
  if (objects.length > 0)
    return "JSON lines without a title, text, html or markdown";
  const all = whole();
  const first = /^[^\n]*/u.exec(all.trimStart())?.[0] ?? "";
  const only = parseObject(first);
  if (only) return isDocument(only) ? "lines" : "a JSON document";
  return isJson(all) ? "a JSON document" : undefined;
}

function parseObject(line: string): object | undefined {
  if (!line.trimStart().startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isDocument(value: object): boolean {
  return DOCUMENT_FIELDS.some(
    (field) =>
      Object.hasOwn(value, field) &&
      typeof (value as Record<string, unknown>)[field] === "string",
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
