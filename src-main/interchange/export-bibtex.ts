import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { citationKeys } from "./citation-keys";
import { citationOfItem, type CitedItem } from "./citation-of-item";
import { cslDate } from "./csl-date";
import type { CslItem, CslName } from "./csl-item";

/** Signs that mean something to TeX (The TeXbook, chapter 7). */
const TEX_SIGNS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
};

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = /^\tmonth = \{(\d{1,2}|[a-z]{3})(?: (\d{1,2}))?\},$/gmu;
/** The first line of an entry, with its key. */
const ENTRY = /^@\w+\{([^\s,]+),$/gmu;
const HOW_PUBLISHED = /^(\thowpublished = \{)(https?:[^\n]*)\}(?=,$)/gmu;

/** Items as BibTeX in UTF-8. */
export function exportBibtex(items: readonly CitedItem[]): string {
  if (items.length === 0) return "";
  // By itself the library leaves out every letter that it cannot write in ASCII, the whole of a Russian title included.
  plugins.config.get("@bibtex").format.asciiOnly = false;
  const keys = citationKeys(items);
  const cited = items.map((item) => ({
    ...escaped(citationOfItem(item)),
    "citation-key": keys.get(item.id) ?? item.id,
  }));
  const dates = new Map(
    items.map((item) => [keys.get(item.id), bibDate(item)]),
  );
  return plugins.output
    .format("bibtex", cited, { format: "text" })
    .replace(ENTRY, (line, key: string) => line + (dates.get(key) ?? ""))
    .replace(MONTH, writeMonth)
    .replace(HOW_PUBLISHED, "$1\\url{$2}}");
}

/** A year and a month can hold neither a period nor what is about a time; a field of BibLaTeX can, in the form we keep (EDTF), and BibTeX passes over it. */
function bibDate(item: CitedItem): string {
  const date = cslDate(item.written) ? item.written : item.date;
  const isPlain = date === undefined || !/[/~]/u.test(date);
  return isPlain || !cslDate(date) ? "" : `\n\tdate = {${date}},`;
}

/** Months are words of BibTeX's own, without braces, and the day is a field of its own. */
function writeMonth(_: string, month: string, day: string | undefined): string {
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined
    ? `\tmonth = ${name},`
    : `\tmonth = ${name},\n\tday = {${day}},`;
}

/** BibTeX knows no sites: what a page appeared on is its publisher. What is longer or has no place in BibTeX stays out; letters are escaped here, since the library then does not. */
function escaped(item: CslItem): CslItem {
  const { abstract: _abstract, keyword: _keyword, ...cited } = item;
  const { author, genre, title, URL: url, type } = cited;
  const container = cited["container-title"];
  const publisher =
    cited.publisher ?? (type === "webpage" ? container : undefined);
  return {
    ...cited,
    title: escapeTex(title),
    ...(url === undefined ? {} : { URL: escapeAddress(url) }),
    ...(author ? { author: author.map(escapeName) } : {}),
    ...(publisher === undefined ? {} : { publisher: escapeTex(publisher) }),
    ...(genre === undefined ? {} : { genre: escapeTex(genre) }),
    ...(container === undefined
      ? {}
      : { "container-title": escapeTex(container) }),
  };
}

function escapeName(name: CslName): CslName {
  return Object.fromEntries(
    Object.entries(name).map(([part, text]) => [part, escapeTex(String(text))]),
  ) as unknown as CslName;
}

/** Braces would end the field; in an address they are written in percent. */
function escapeAddress(url: string): string {
  return url.replace(
    /[{}\\\s]/gu,
    (sign) =>
      `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

function escapeTex(text: string): string {
  return text
    .replace(/[\\{}$&#%_~^<>]/gu, (sign) => TEX_SIGNS[sign] ?? sign)
    .replace(/\s+/gu, " ");
}
