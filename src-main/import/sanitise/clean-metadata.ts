import { parseHistoricalDate } from "#domain/historical-date";
import { ITEM_KINDS } from "#domain/library/item";
import type { ReadMetadata, ReadWarning } from "../reader";
import { cleanLine } from "./clean-text";
import { linkTarget } from "./clean-marks";
import { cleanLanguage } from "./clean-structured";
import { fieldsOf, listOf, oneOf } from "./plain-values";

const MOST_NAMES = 200;
const LONGEST_NAME = 500;
const LONGEST_DESCRIPTION = 20_000;
/** Values within values of the fields that are kept as they came. */
const MOST_VALUES = 20_000;
const DEEPEST_VALUE = 20;
const LONGEST_VALUE = 100_000;

/** Brings what a source says about itself into one line each, with addresses of the web and dates that are dates. */
export function cleanMetadata(metadata: unknown): ReadMetadata {
  const fields = fieldsOf(metadata);
  const date = fields["date"];
  const isDate =
    typeof date === "string" &&
    date.length <= 40 &&
    parseHistoricalDate(date) !== undefined;
  const url = webAddress(fields["url"]);
  const language = cleanLanguage(fields["language"]);
  const kind = oneOf(fields["kind"], ITEM_KINDS);
  const extra = cleanExtra(fields["extra"]);
  return {
    ...line("title", fields["title"], LONGEST_NAME),
    creators: lines(fields["creators"]),
    ...(isDate ? { date } : {}),
    ...(language === undefined ? {} : { language }),
    ...line("publisher", fields["publisher"], LONGEST_NAME),
    ...(url === undefined ? {} : { url }),
    ...line("description", fields["description"], LONGEST_DESCRIPTION),
    ...(kind === undefined ? {} : { kind }),
    tags: lines(fields["tags"]),
    ...(extra === undefined ? {} : { extra }),
  };
}

/** Warnings as one line each. */
export function cleanWarnings(warnings: unknown): ReadWarning[] {
  return listOf(warnings, 1_000).flatMap((warning) => {
    const { code, detail } = fieldsOf(warning);
    return typeof code === "string" && /^[a-z][a-z\d-]{0,60}$/u.test(code)
      ? [{ code, detail: cleanLine(detail, 1_000) ?? "" }]
      : [];
  });
}

function webAddress(url: unknown): string | undefined {
  const target = linkTarget(url, 0);
  return target !== undefined && /^https?:/u.test(target) ? target : undefined;
}

function lines(values: unknown): string[] {
  const clean = listOf(values, MOST_NAMES)
    .map((value) => cleanLine(value, LONGEST_NAME))
    .filter((value) => value !== undefined);
  return [...new Set(clean)];
}

function line<Key extends string>(
  key: Key,
  value: unknown,
  most: number,
): { readonly [Name in Key]?: string } {
  const text = cleanLine(value, most);
  return (text === undefined ? {} : { [key]: text }) as {
    [Name in Key]?: string;
  };
}

function cleanExtra(
  extra: unknown,
): Readonly<Record<string, unknown>> | undefined {
  const budget = { left: MOST_VALUES };
  const clean = cleanValue(fieldsOf(extra), 0, budget);
  return clean !== undefined && Object.keys(clean as object).length > 0
    ? (clean as Readonly<Record<string, unknown>>)
    : undefined;
}

/** A value of JSON; `undefined` for what is none. */
function cleanValue(
  value: unknown,
  depth: number,
  budget: { left: number },
): unknown {
  budget.left -= 1;
  if (budget.left < 0 || depth > DEEPEST_VALUE) return undefined;
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number")
    return Number.isFinite(value) ? value + 0 : undefined;
  if (typeof value === "string") return cleanString(value);
  if (Array.isArray(value))
    return listOf(value, MOST_VALUES)
      .map((one) => cleanValue(one, depth + 1, budget))
      .filter((one) => one !== undefined);
  if (typeof value !== "object") return undefined;
  const entries = Object.entries(value)
    .slice(0, MOST_VALUES)
    .filter(([key]) => !/^(?:__proto__|constructor|prototype)$/u.test(key))
    .map(
      ([key, one]) =>
        [cleanString(key), cleanValue(one, depth + 1, budget)] as const,
    )
    .filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries);
}

function cleanString(text: string): string {
  return text
    .slice(0, LONGEST_VALUE)
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replaceAll("\0", "\uFFFD");
}
