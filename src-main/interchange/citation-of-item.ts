import { assertNever } from "#domain/assert-never";
import type { Creator } from "#domain/library/creator";
import type { ItemMetadata } from "#domain/library/item";
import { parseCreator } from "#domain/library/parse-creator";
import { cslDate, cslDay } from "./csl-date";
import type { CslItem, CslName } from "./csl-item";

/** What of an item goes into a citation. */
export interface CitedItem
  extends
    Pick<ItemMetadata, "id" | "title" | "kind" | "creators" | "language">,
    Partial<Pick<ItemMetadata, "date" | "written" | "summary" | "tags">> {
  readonly publisher?: string;
  readonly url?: string;
  /** When a text of the web was fetched, epoch milliseconds. */
  readonly accessedAt?: number;
}

/** An item as CSL-JSON. The day on which it was written counts before the period that it is about. */
export function citationOfItem(item: CitedItem): CslItem {
  const { id, title, language, url, summary, tags = [] } = item;
  const author = item.creators.map(cslName);
  const issued = cslDate(item.written) ?? cslDate(item.date);
  return {
    id,
    ...typeOf(item),
    title,
    ...(author.length > 0 ? { author } : {}),
    ...(issued ? { issued } : {}),
    ...(url === undefined ? {} : { URL: url }),
    ...(url === undefined || item.accessedAt === undefined
      ? {}
      : { accessed: cslDay(item.accessedAt) }),
    ...(language === "" || language === "und" ? {} : { language }),
    ...(summary ? { abstract: summary } : {}),
    ...(tags.length > 0 ? { keyword: tags.join(", ") } : {}),
  };
}

type Typed = Pick<CslItem, "type" | "genre" | "publisher" | "container-title">;

/** The type that styles know best for each kind; who brought the work out is its publisher or what it appeared in. */
function typeOf({ kind, publisher, url }: CitedItem): Typed {
  const published = publisher === undefined ? {} : { publisher };
  const contained =
    publisher === undefined ? {} : { "container-title": publisher };
  switch (kind) {
    case "article":
      if (publisher !== undefined)
        return { type: "article-magazine", ...contained };
      return { type: url === undefined ? "document" : "webpage" };
    case "web-page":
      return { type: "webpage", ...contained };
    case "book":
    case "report":
    case "speech":
    case "interview":
    case "treaty":
      return { type: kind, ...published };
    case "cable":
      return { type: "document", genre: "Cable", ...published };
    case "letter":
      return { type: "document", genre: "Letter", ...published };
    case "minutes":
      return { type: "document", genre: "Minutes", ...published };
    case "brief":
    case "guide":
    case "timeline":
    case "profile":
    case "glossary":
    case "document":
      return { type: "document", ...published };
    default:
      return assertNever(kind);
  }
}

function cslName(creator: Creator): CslName {
  const { name, given, family } =
    creator.family === undefined ? parseCreator(creator.name) : creator;
  if (family === undefined) return { literal: name };
  const suffix = /^(.+?),? (Jr\.?|Sr\.?|II|III|IV)$/u.exec(family);
  return {
    family: suffix?.[1] ?? family,
    ...(given === undefined ? {} : { given }),
    ...(suffix?.[2] === undefined ? {} : { suffix: suffix[2] }),
  };
}
