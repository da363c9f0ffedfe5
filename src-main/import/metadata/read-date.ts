import {
  parseHistoricalDate,
  type HistoricalDate,
} from "#domain/historical-date";
import { findDate } from "./find-date";

/**
 * The date that a field of metadata means, as EDTF: given as EDTF, as an ISO date with or without a time, as a year, or
 * written out ("10 September 2009"). `undefined` for anything else.
 */
export function readDate(value: unknown): HistoricalDate | undefined {
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? undefined
      : value.toISOString().slice(0, 10);
  if (typeof value === "number") return readDate(String(value));
  if (typeof value !== "string" || value.length > 100) return undefined;
  const text = value.trim();
  if (parseHistoricalDate(text)) return text;
  const day = /^(\d{4}-\d{2}-\d{2})[T ]\d/u.exec(text)?.[1];
  if (day && parseHistoricalDate(day)) return day;
  const circa = /^(?:c|ca|circa|about)\.?\s*(\d{4})$/iu.exec(text)?.[1];
  if (circa) return `${circa}~`;
  const found = findDate(text);
  return found && parseHistoricalDate(found.date) ? found.date : undefined;
}
