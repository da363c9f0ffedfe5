import { fail, ok, type Result } from "#domain/result";
import type { ImportFormat, ReadFailure } from "../reader";
import { listZipNames } from "./list-zip-names";

const OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
/** Other programs' documents that are ZIP archives, by what only they hold. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/|^Index\/Tables\//u, "a spreadsheet"],
  [/^ppt\/|^Index\/Slide/u, "a presentation"],
  [/^visio\//u, "a Visio drawing"],
  [/^Index\/Document\.iwa$/u, "a Pages document"],
  [/^collection\.anki2/u, "an Anki package"],
  [/^AndroidManifest\.xml$/u, "an Android program"],
  [/^META-INF\/MANIFEST\.MF$/u, "a Java archive"],
];

/** Tells what kind of document a ZIP archive is, by its own name of itself and by what lies in it. */
export function zipFormat(
  bytes: Uint8Array,
): Result<ImportFormat, ReadFailure> {
  const { names, mimetype = "" } = listZipNames(bytes);
  const holds = (pattern: RegExp): boolean =>
    names.some((name) => pattern.test(name));
  if (mimetype === "application/epub+zip") return ok("epub");
  if (mimetype.startsWith(OPEN_DOCUMENT))
    return openDocument(mimetype.slice(OPEN_DOCUMENT.length));
  if (holds(/^META-INF\/container\.xml$/iu) || holds(/\.opf$/iu))
    return ok("epub");
  const other = OTHERS.find(([pattern]) => holds(pattern));
  const isOoxml =
    holds(/^\[Content_Types\]\.xml$/iu) || holds(/^_rels\/\.rels$/u);
  if (holds(/^word\//iu) || (isOoxml && holds(/(^|\/)document\d*\.xml$/iu)))
    return ok("docx");
  if (other) return refuse(other[1]);
  if (holds(/^content\.xml$/u) && holds(/^META-INF\/manifest\.xml$/u))
    return ok("odt");
  if (isOoxml) return refuse("an Office document without text");
  return refuse(names.length === 0 ? "an empty ZIP archive" : "a ZIP archive");
}

function openDocument(kind: string): Result<ImportFormat, ReadFailure> {
  if (kind.startsWith("text")) return ok("odt");
  if (kind.startsWith("spreadsheet")) return refuse("a spreadsheet");
  if (kind.startsWith("presentation")) return refuse("a presentation");
  return refuse("an OpenDocument file without text");
}

function refuse(detail: string): Result<ImportFormat, ReadFailure> {
  return fail({ code: "unsupported-format", detail });
}
