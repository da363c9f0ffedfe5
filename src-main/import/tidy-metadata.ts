import { parseHistoricalDate } from "#domain/historical-date";
import type { ReadMetadata, ReadWarning } from "./reader";

/** Longest texts and lists that are kept of what a file says about itself; what is longer is a mistake or an attack. */
const LONGEST = { name: 500, tag: 200, address: 4_000, description: 20_000 };
const MOST_NAMES = 200;
const MOST_EXTRA_LETTERS = 200_000;
const MOST_WARNINGS = 100;

/** Brings a reader's metadata into the sizes that are kept, on one line each; what had to go is a warning. */
export function tidyMetadata(
  metadata: ReadMetadata,
  warnings: readonly ReadWarning[],
): { metadata: ReadMetadata; warnings: ReadWarning[] } {
  const told = warnings.slice(0, MOST_WARNINGS);
  const { title, date, language, publisher, url, description, kind, extra } =
    metadata;
  const keepsExtra =
    extra !== undefined && JSON.stringify(extra).length <= MOST_EXTRA_LETTERS;
  if (extra !== undefined && !keepsExtra)
    told.push({ code: "fields-left-out", detail: "other fields are too long" });
  const hasDate = date !== undefined && parseHistoricalDate(date) !== undefined;
  if (date !== undefined && !hasDate)
    told.push({ code: "date-unreadable", detail: line(date, 100) });
  return {
    metadata: {
      ...given("title", title, LONGEST.name),
      creators: names(metadata.creators, LONGEST.name),
      ...(hasDate ? { date } : {}),
      ...given("language", language, 35),
      ...given("publisher", publisher, LONGEST.name),
      ...given("url", url, LONGEST.address),
      ...given("description", description, LONGEST.description),
      ...(kind === undefined ? {} : { kind }),
      tags: names(metadata.tags, LONGEST.tag),
      ...(keepsExtra ? { extra } : {}),
    },
    warnings: told.map(({ code, detail }) => ({
      code: line(code, 60),
      detail: line(detail, 1_000),
    })),
  };
}

function given<Key extends string>(
  key: Key,
  value: string | undefined,
  most: number,
): { readonly [Name in Key]?: string } {
  const text = value === undefined ? "" : line(value, most);
  return (text === "" ? {} : { [key]: text }) as { [Name in Key]?: string };
}

function names(values: readonly string[], most: number): string[] {
  const lines = values.map((value) => line(value, most));
  return [...new Set(lines)]
    .filter((value) => value !== "")
    .slice(0, MOST_NAMES);
}

/** White space and control letters become one space; half of a surrogate pair goes. */
function line(text: string, most: number): string {
  return text
    .slice(0, most * 4)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, most)
    .replace(/\p{Cs}/gu, "");
}
