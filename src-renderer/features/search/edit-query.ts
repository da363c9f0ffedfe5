import type { TextRange } from "#domain/text/blocks";

/** Takes a stretch of a query out, with the space that parted it from the rest. */
export function withoutPart(text: string, { start, end }: TextRange): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}

/** Takes several stretches out, none of which overlap. */
export function withoutParts(
  text: string,
  parts: readonly TextRange[],
): string {
  return parts.toSorted((a, b) => b.start - a.start).reduce(withoutPart, text);
}

/** Adds a filter behind a query, as a person would type it; the space lets one go on with words. */
export function withFilter(text: string, field: string, value: string): string {
  // Anything but one word or a date is kept together by quotation marks.
  const written = /^(?:[\p{L}\p{N}]+|[\d-]+)$/u.test(value)
    ? `${field}:${value}`
    : `${field}:"${value.replaceAll('"', " ").trim()}"`;
  return `${text.trimEnd()} ${written} `.trimStart();
}
