import type { HistoricalDate } from "#domain/historical-date";

/** What a package says of its document. */
export interface SourceMetadata {
  readonly title?: string;
  readonly creators: readonly string[];
  readonly date?: HistoricalDate;
  /** BCP 47. */
  readonly language?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly extra: Readonly<Record<string, string>>;
}

/** Fields added by hand that are kept; more are a list of something else. */
const MAX_FIELDS = 50;

/** Keywords stand with commas or semicolons between them. */
export function splitKeywords(text: string): string[] {
  const tags = text
    .split(/[,;]/u)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  return [...new Set(tags)];
}

/** Fields by name, without those that say nothing or bear a name of the language. */
export function collectFields(
  fields: readonly (readonly [string | undefined, string | undefined])[],
): Record<string, string> {
  return Object.fromEntries(
    fields.slice(0, MAX_FIELDS).filter((field): field is [string, string] => {
      const [name, value] = field;
      return Boolean(name) && name !== "__proto__" && value !== undefined;
    }),
  );
}

/** Text of one line; `undefined` for nothing. */
export function oneLine(text: string): string | undefined {
  const folded = text.replace(/\s+/gu, " ").trim();
  return folded === "" ? undefined : folded;
}
