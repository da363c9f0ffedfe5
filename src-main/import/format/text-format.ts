import { fail, ok, type Result } from "#domain/result";
import type { ImportFormat, ReadFailure, ReadHints } from "../reader";
import { jsonKind } from "./json-kind";
import { markdownSigns } from "./markdown-signs";

type TextFormat = ImportFormat | "json-lines";

/** Formats written in text that are not read, by how they begin. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^\{\\rtf/u, "a Rich Text document (.rtf)"],
  [/^%!PS/u, "a PostScript document"],
  [/^BEGIN:VCARD/u, "an address card"],
  [/^BEGIN:VCALENDAR/u, "a calendar"],
  [/^-----BEGIN PGP MESSAGE-----/u, "an encrypted message"],
];
/** What may stand before the first tag of a page. */
const BEFORE_TAGS = /^(?:\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->)*/u;
const WHOLE_PAGE = /^<(?:!doctype\s+html|html|head|body|frameset)\b/iu;
const FRAGMENT =
  /^<(?:p|div|h[1-6]|article|section|main|table|ul|ol|blockquote|meta|title|link|script|style|span|header|nav|pre|center|font)\b[^>]*>/iu;
const MIME_HEADS = /^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+/u;

/** Tells which format a text is in, by what it holds; where text and Markdown cannot be told apart, by its name. */
export function textFormat(
  text: string,
  whole: () => string,
  { fileName = "" }: ReadHints,
): Result<TextFormat, ReadFailure> {
  const start = text.replace(/^\uFEFF/u, "").trimStart();
  if (start === "") return fail({ code: "damaged-file", detail: "empty" });
  const other = OTHERS.find(([pattern]) => pattern.test(start));
  if (other) return refuse(other[1]);
  const mail = mailFormat(start);
  if (mail) return mail;
  const markup = start.startsWith("<") && markupFormat(start, fileName);
  if (markup) return markup;
  if (start.startsWith("{") || start.startsWith("[")) {
    const json = jsonKind(start, whole);
    if (json === "lines") return ok("json-lines");
    if (json) return refuse(json);
  }
  return ok(plainOrMarkdown(start, fileName));
}

function mailFormat(
  start: string,
): Result<TextFormat, ReadFailure> | undefined {
  const heads = MIME_HEADS.exec(
    start.slice(0, 16_384).replace(/\r\n?/gu, "\n"),
  )?.[0];
  if (!heads || !/^MIME-Version:/imu.test(heads)) return undefined;
  const type = /^Content-Type:\s*([\w/.+-]+)/imu
    .exec(heads)?.[1]
    ?.toLowerCase();
  if (type === "multipart/related" || type === "text/html") return ok("mhtml");
  // A message of plain text reads well with its heads; one of many parts needs a mail program.
  return type?.startsWith("multipart/")
    ? refuse("an e-mail message")
    : undefined;
}

function markupFormat(
  start: string,
  fileName: string,
): Result<TextFormat, ReadFailure> | undefined {
  const tags = start.replace(BEFORE_TAGS, "");
  if (WHOLE_PAGE.test(tags)) return ok("html");
  if (/^<svg\b|^<!DOCTYPE svg/iu.test(tags)) return refuse("an SVG image");
  const isMarkdownName = /\.(?:md|markdown|mdown|mkd)$/iu.test(fileName);
  if (FRAGMENT.test(tags) && /<\/[a-z][a-z0-9]*\s*>/iu.test(tags))
    return ok(isMarkdownName ? "markdown" : "html");
  if (/\.x?html?$/iu.test(fileName) && /^<[a-z!/]/iu.test(tags))
    return ok("html");
  if (!/^<\?xml\b/u.test(start)) return undefined;
  if (/<html\b/iu.test(start.slice(0, 2_000))) return ok("html");
  return refuse(nameXml(tags));
}

function nameXml(tags: string): string {
  const head = tags.slice(0, 2_000);
  if (
    /<\?mso-application progid="Word|<pkg:package|<w:wordDocument/u.test(head)
  )
    return "a Word document saved as XML";
  if (/<office:document\b/u.test(head)) return "a flat OpenDocument file";
  if (/<FictionBook\b/u.test(head)) return "a FictionBook";
  if (/<(?:rss|feed|rdf:RDF)\b/u.test(head)) return "a news feed";
  return "an XML document";
}

function plainOrMarkdown(start: string, fileName: string): ImportFormat {
  if (/\.(?:md|markdown|mdown|mkd)$/iu.test(fileName)) return "markdown";
  const signs = markdownSigns(start);
  const isTextName = /\.(?:txt|text|asc)$/iu.test(fileName);
  return signs === "sure" || (signs === "likely" && !isTextName)
    ? "markdown"
    : "text";
}

function refuse(detail: string): Result<TextFormat, ReadFailure> {
  return fail({ code: "unsupported-format", detail });
}
