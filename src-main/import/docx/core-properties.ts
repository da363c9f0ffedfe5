import type { HistoricalDate } from "#domain/historical-date";
import { splitNames } from "../office/front-matter";
import { canonicalLanguage } from "../office/prevailing-language";
import { readWrittenDate } from "../office/written-date";
import {
  childOf,
  childrenOf,
  lettersOf,
  type XmlElement,
} from "../office/xml-tree";

/** What the package says of the document (ECMA-376 part 2, 8). */
export interface CoreProperties {
  readonly title?: string;
  readonly creators: readonly string[];
  readonly date?: HistoricalDate;
  readonly language?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly extra: Readonly<Record<string, string>>;
}

/** Titles that programs leave and nobody gave. */
const NO_TITLE =
  /^(?:microsoft word - .*|untitled|document\d*|word document)$/iu;

/** Custom properties kept; more are a list of something else. */
const MAX_CUSTOM = 50;

/** Reads the core properties and those that were added by hand. */
export function readCoreProperties(
  core: XmlElement | undefined,
  custom: XmlElement | undefined,
): CoreProperties {
  const text = (name: string): string | undefined =>
    spoken(lettersOf(childOf(core, name)));
  const title = text("dc:title");
  const creator = text("dc:creator");
  // A library leaves its own name and the day its template was made.
  const isUntouched = creator === "python-docx";
  const date = isUntouched
    ? undefined
    : readWrittenDate(text("dcterms:created") ?? "");
  const language = canonicalLanguage(text("dc:language") ?? "");
  const description = text("dc:description");
  return {
    ...(title === undefined || NO_TITLE.test(title) ? {} : { title }),
    creators: creator === undefined || isUntouched ? [] : splitNames(creator),
    ...(date === undefined ? {} : { date: date.slice(0, 10) }),
    ...(language === undefined ? {} : { language }),
    ...(description === undefined || isUntouched ? {} : { description }),
    tags: splitKeywords(text("cp:keywords") ?? ""),
    extra: {
      ...entry("subject", text("dc:subject")),
      ...entry("category", text("cp:category")),
      ...customProperties(custom),
    },
  };
}

/** Keywords stand with commas or semicolons between them. */
export function splitKeywords(text: string): string[] {
  const tags = text
    .split(/[,;]/u)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  return [...new Set(tags)];
}

function customProperties(
  custom: XmlElement | undefined,
): Record<string, string> {
  return Object.fromEntries(
    childrenOf(custom, "custom:property")
      .slice(0, MAX_CUSTOM)
      .map((each) => [
        each.attributes["name"] ?? "",
        spoken(lettersOf(each)) ?? "",
      ])
      .filter(([name, value]) => name !== "" && value !== ""),
  ) as Record<string, string>;
}

function entry(
  name: string,
  value: string | undefined,
): Record<string, string> {
  return value === undefined ? {} : { [name]: value };
}

function spoken(text: string): string | undefined {
  const folded = text.replace(/\s+/gu, " ").trim();
  return folded === "" ? undefined : folded;
}
