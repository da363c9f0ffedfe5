import {
  parseHistoricalDate,
  type HistoricalDate,
} from "#domain/historical-date";
import type { CslDate } from "./csl-item";

/** A date as CSL-JSON with the precision that it has; `undefined` for one that cannot be read. */
export function cslDate(date: HistoricalDate | undefined): CslDate | undefined {
  const span = date === undefined ? undefined : parseHistoricalDate(date);
  if (date === undefined || !span) return undefined;
  const parts = date
    .split("/")
    .map((part) => part.replace("~", "").split("-").map(Number));
  return {
    "date-parts": parts,
    ...(span.isApproximate ? { circa: true as const } : {}),
  };
}

/** The day of a moment, in universal time. */
export function cslDay(epochMs: number): CslDate {
  const day = new Date(epochMs);
  return {
    "date-parts": [
      [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()],
    ],
  };
}
