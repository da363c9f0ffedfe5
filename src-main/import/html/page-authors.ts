import { oneLine } from "./dom";

const BEFORE_NAMES =
  /^(?:(?:written|posted|published|reported|edited|compiled|reviewed|text|story|author|words|article|opinion|analysis)\s*(?:and\s+\w+\s*)?(?:by)?\s*:?|by|von|par|por|di|od|автор)\s*:?\s+/iu;
const NAMES_END =
  /\s*(?:\||•|·|\s[–—]\s|\s-\s|\n|\bpublished\b|\bupdated\b|\bposted\b|\blast\s+updated\b|\bfollow\b|\bfor\s+(?:the|cnn|bbc|reuters|ap)\b).*$/isu;
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\w+|(?:^|\s)@\w+/giu;
const DATE =
  /(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?\d{2,4}.*$|\d{1,2}[:/.]\d{2}.*$|\d{4}.*$/iu;
const TITLE_WORDS =
  /\b(?:staff|writer|reporter|correspondent|editor|columnist|contributor|contributing|journalist|producer|photographer|analyst|professor|director|chief|bureau|desk|ph\.?d|jr|sr|m\.?d|esq|senior|special|digital|sports|news|author|associate|fellow|lecturer|researcher|ceo|founder|manager|president|minister|ambassador)\b/iu;
const NO_NAME =
  /^(?:follow\b.*|(?:the\s+)?author|admin(?:istrator)?|guest|anonymous|unknown|staff|editor|none|null|undefined|n\/a|share|comments?|subscribe|read more|(?:last\s+)?updated.*|published.*|posted.*|view all posts.*|\W*)$/iu;
const WITH = /\s*\(?\b(?:avec|with|mit|con)\s+/iu;

/** Offices have commas and "and" in their names. */
const OFFICE =
  /\b(?:department|ministry|office|council|institute|university|committee|commission|agency|association|society|foundation|embassy|organi[sz]ation|bureau of|parliament|assembly|congress|news)\b/iu;

/**
 * The names in a byline, one each, as written: without "By", job titles, dates, addresses and the words around them.
 * A family name before a given name ("Jong, Michiel de") stays one name.
 */
export function namesInByline(byline: string | undefined): string[] {
  if (!byline) return [];
  const plain = oneLine(
    byline
      .slice(0, 1_000)
      .replace(ADDRESS, " ")
      .replace(/\(\s*\)/gu, " "),
  )
    .replace(BEFORE_NAMES, "")
    .replace(DATE, "")
    .replace(NAMES_END, "");
  const parts = OFFICE.test(plain) ? [plain] : splitNames(plain);
  return parts
    .map(tidyName)
    .filter((name) => isName(name))
    .filter((name, index, all) => all.indexOf(name) === index)
    .slice(0, 50);
}

function splitNames(plain: string): string[] {
  return plain
    .split(WITH)
    .flatMap((part) =>
      part.split(
        /\s*(?:;|\s&\s|\band\b|\bet\b|\bund\b|\by\b(?=\s+\p{Lu}))\s*/iu,
      ),
    )
    .flatMap(splitAtCommas);
}

function splitAtCommas(part: string): string[] {
  const pieces = part.split(/\s*,\s*/u).filter((piece) => piece !== "");
  const [first = "", second = ""] = pieces;
  const isReversed =
    pieces.length === 2 &&
    !first.includes(" ") &&
    /^\p{Lu}/u.test(second) &&
    !TITLE_WORDS.test(second);
  if (isReversed) return [`${first}, ${second}`];
  const names = pieces.filter(
    (piece, index) => index === 0 || !TITLE_WORDS.test(piece),
  );
  return names;
}

function tidyName(name: string): string {
  return oneLine(name.replace(BEFORE_NAMES, ""))
    .replace(/^[\s,.;:|/\-–—(]+|[\s,;:|/\-–—)]+$/gu, "")
    .replace(/\s*\(.*$/u, "");
}

function isName(name: string): boolean {
  return (
    name.length > 1 &&
    name.length <= 100 &&
    /\p{L}/u.test(name) &&
    !NO_NAME.test(name) &&
    name.split(" ").length <= 8
  );
}
