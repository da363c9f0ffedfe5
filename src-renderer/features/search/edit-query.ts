import type { TextRange } from "#domain/text/blocks";

/** Takes a stretch of a query out, with the space that parted it from the rest. */
export function withoutPart(text: string, { start, end }: TextRange): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}

/** Adds a filter behind a query, as a person would type it; the space lets one go on with words. */
export function withFilter(text: string, field: string, value: string): string {
  const written = /[\s"]/u.test(value)
    ? `${field}:"${value.replaceAll('"', " ").trim()}"`
    : `${field}:${value}`;
  return `${text.trimEnd()} ${written} `.trimStart();
}
