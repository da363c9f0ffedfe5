import {
  parseHistoricalDate,
  type HistoricalDate,
} from "#domain/historical-date";

const PDF_DATE = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/u;
const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/u;

/**
 * The day of a date as PDF writes it (`D:20090910154500Z`, PDF 1.7 §7.9.4) or as XMP does (ISO 8601), as EDTF; the clock
 * time is left out. `undefined` for what is no day, and for the zero dates that some programs write.
 */
export function readPdfDate(text: unknown): HistoricalDate | undefined {
  if (typeof text !== "string") return undefined;
  const trimmed = text.trim();
  const match = ISO_DATE.exec(trimmed)?.[2]
    ? ISO_DATE.exec(trimmed)
    : PDF_DATE.exec(trimmed);
  if (!match || Number(match[1]) < 1900) return undefined;
  const parts = match.slice(1, 4).filter((part) => part !== undefined);
  for (let length = parts.length; length > 0; length -= 1) {
    const date = parts.slice(0, length).join("-");
    if (parseHistoricalDate(date)) return date;
  }
  return undefined;
}
