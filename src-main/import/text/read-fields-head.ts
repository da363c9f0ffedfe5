import type { ItemKind } from "#domain/library/item";
import { findDate } from "../metadata/find-date";
import { readNames } from "./find-names";
import { kindOf } from "./kind-of";
import type { Line } from "./lines";
import { readHeaderFields } from "./read-header-fields";
import type { TextHead } from "./read-head";

/** A block of these keys only was put before the text to describe it, and is not part of it. */
const DESCRIBING = new Set(
  "title,author,authors,by,date,published,source,url,link,language,publisher,tags,release date,posting date,credits,character set encoding".split(
    ",",
  ),
);
const LANGUAGES: Readonly<Record<string, string>> = {
  english: "en",
  german: "de",
  french: "fr",
  spanish: "es",
  italian: "it",
  russian: "ru",
  portuguese: "pt",
  dutch: "nl",
  latin: "la",
  greek: "el",
  polish: "pl",
  ukrainian: "uk",
};

/** Reads the fields at the top of a letter, a memorandum, a cable or a described text; `undefined` where there are none. */
export function readFieldsHead(lines: readonly Line[]): TextHead | undefined {
  const header = readHeaderFields(lines);
  if (!header) return undefined;
  const { fields, lineCount } = header;
  const get = (...keys: readonly string[]): string | undefined =>
    keys
      .map((key) => fields.get(key))
      .find((value) => value !== undefined && value !== "");
  const title = get("title", "subject", "subj", "re");
  const isDescribing = [...fields.keys()].every((key) => DESCRIBING.has(key));
  if (title === undefined && isDescribing && fields.size < 2) return undefined;
  const date = dateOf(fields, lines.slice(0, lineCount));
  const kind = fieldsKind(fields, title);
  const url = get("url", "link");
  const publisher = get("publisher");
  const language = languageOf(get("language"));
  const body = lines.slice(isDescribing ? lineCount : 0);
  return {
    ...(title === undefined
      ? {}
      : { title: title.replace(/^(?:re|fwd?|aw|wg):\s*/iu, "") }),
    creators: creatorsOf(get("author", "authors", "by", "from", "fm")),
    ...(date === undefined ? {} : { date }),
    ...(kind ? { kind } : {}),
    ...(url && /^https?:\/\/\S+$/u.test(url) ? { url } : {}),
    ...(publisher ? { publisher } : {}),
    ...(language ? { language } : {}),
    ...(isDescribing && get("tags")
      ? { tags: (get("tags") ?? "").split(/\s*[,;]\s*/u) }
      : {}),
    ...(isDescribing ? {} : { headerCount: lineCount }),
    lines:
      title === undefined || !isDescribing ? body : withoutRepeats(body, title),
  };
}

function withoutRepeats(lines: readonly Line[], title: string): Line[] {
  const fold = (text: string): string =>
    text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return lines.filter(
    (line, index) => index > 3 || fold(line.text) !== fold(title),
  );
}

function dateOf(
  fields: ReadonlyMap<string, string>,
  lines: readonly Line[],
): string | undefined {
  for (const key of ["date", "sent", "published", "created"]) {
    const found = findDate(fields.get(key) ?? "");
    if (found) return found.date;
    const year = /^\d{4}$/u.exec(fields.get(key) ?? "")?.[0];
    if (year) return year;
  }
  // A cable has its date and time in a group of its own.
  for (const { text } of lines) {
    const group = /^(?:[OPRZ] )*\d{6}[A-Z]\b.*/u.exec(text)?.[0];
    const found = group && findDate(group);
    if (found) return found.date;
  }
  return undefined;
}

function fieldsKind(
  fields: ReadonlyMap<string, string>,
  title = "",
): ItemKind | undefined {
  if (fields.has("fm") || (fields.has("info") && fields.has("to")))
    return "cable";
  if (fields.has("from") && fields.has("to")) return "letter";
  return kindOf(title);
}

function creatorsOf(value: string | undefined): readonly string[] {
  if (value === undefined) return [];
  const bare = value
    .replace(/\s*[<([][^<>()[\]]*[@][^<>()[\]]*[>)\]]/gu, "")
    .replace(/\s*\[mailto:[^\]]*\]/giu, "")
    .replace(/^["']|["']$/gu, "")
    .trim();
  if (bare === "") return [value.replace(/[<>]/gu, "").trim()];
  return readNames(bare, 2)?.names ?? [bare.replace(/\s+/gu, " ")];
}

function languageOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const known = LANGUAGES[value.toLowerCase()];
  return (
    known ??
    (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(value) ? value : undefined)
  );
}
