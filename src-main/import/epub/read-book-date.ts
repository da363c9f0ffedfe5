import type { HistoricalDate } from "#domain/historical-date";

const MONTHS = [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec",
];

/** Years before this are a program's way to say that it knows no date (0101-01-01 in calibre). */
const FIRST_YEAR = 1_000;

/**
 * Reads a date as packages give it: W3C date formats with or without a time, a bare year, a month by its name, "c. 1900".
 * `undefined` for all else: days and months in numbers alone may be swapped, and a wrong date is worse than none.
 */
export function readBookDate(text: string): HistoricalDate | undefined {
  const about = /^(?:c(?:a|irca)?\.?|about)\s*(?=\d)/iu.exec(text)?.[0] ?? "";
  const date = readPlain(text.slice(about.length).trim());
  if (date === undefined || Number(date.slice(0, 4)) < FIRST_YEAR)
    return undefined;
  return about === "" ? date : `${date}~`;
}

function readPlain(text: string): HistoricalDate | undefined {
  const iso = /^(\d{4}(?:-\d{2}){0,2})(?:$|[T\s])/u.exec(text)?.[1];
  if (iso !== undefined) return iso;
  const [, day = "", monthName = "", year = ""] =
    /^(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/iu.exec(text) ??
    swapDay(/^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})$/iu.exec(text));
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  if (month === 0) return undefined;
  const parts = day === "" ? [month] : [month, Number(day)];
  return [year, ...parts.map((part) => String(part).padStart(2, "0"))].join(
    "-",
  );
}

function swapDay(match: RegExpExecArray | null): readonly string[] {
  const [whole = "", month = "", day = "", year = ""] = match ?? [];
  return [whole, day, month, year];
}
