/**
 * A date as a source gives it, in the Extended Date/Time Format (EDTF, ISO 8601-2:2019 annex A; Library of Congress
 * levels 0 and 1): `2009`, `2009-09`, `2009-09-10`, `2009-09-10~` (approximate) or an interval `2009-06-24/2009-06-25`.
 */
export type HistoricalDate = string;

/** The first and last day a date may mean, as ISO days (`YYYY-MM-DD`), which compare as strings. */
export interface DateSpan {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly isApproximate: boolean;
}

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)$/u;
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

interface DatePart {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly isApproximate: boolean;
}

/** Reads an EDTF text; `undefined` when it is not one of the supported forms or names a day that does not exist. */
export function parseHistoricalDate(
  text: HistoricalDate,
): DateSpan | undefined {
  const parts = text.split("/").map(parsePart);
  if (parts.length > 2 || parts.includes(undefined)) return undefined;
  const [first, last = first] = parts;
  if (!first || !last) return undefined;
  const span = {
    firstDay: toDay(first, "first"),
    lastDay: toDay(last, "last"),
    isApproximate: first.isApproximate || last.isApproximate,
  };
  return span.firstDay <= span.lastDay ? span : undefined;
}

/** Orders two dates by first day, then by last day; unreadable dates come last. */
export function compareHistoricalDates(
  a: HistoricalDate,
  b: HistoricalDate,
): number {
  return sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0;
}

/** Says a date in British English: `10 September 2009`, `about 10 September 2009`, `24–25 June 2009`, `2008–2010`. */
export function formatHistoricalDate(text: HistoricalDate): string {
  const parts = text.split("/").map(parsePart);
  const [first, last] = parts;
  if (!first || (parts.length === 2 && !last) || parts.length > 2) return text;
  const about = first.isApproximate || last?.isApproximate ? "about " : "";
  if (!last) return about + words(first);
  return about + joinInterval(first, last);
}

function sortKey(text: HistoricalDate): string {
  const span = parseHistoricalDate(text);
  return span ? `${span.firstDay}/${span.lastDay}` : "9999";
}

function parsePart(text: string): DatePart | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [
    Number(match[1]),
    match[2] && Number(match[2]),
    match[3] && Number(match[3]),
  ];
  if (month !== undefined && month !== "" && (month < 1 || month > 12))
    return undefined;
  if (
    month &&
    day !== undefined &&
    day !== "" &&
    (day < 1 || day > daysInMonth(year, month))
  )
    return undefined;
  return {
    year,
    ...(month ? { month } : {}),
    ...(day ? { day } : {}),
    isApproximate: match[4] === "~",
  };
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return (
    [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ??
    31
  );
}

function toDay(part: DatePart, edge: "first" | "last"): string {
  const month = part.month ?? (edge === "first" ? 1 : 12);
  const day =
    part.day ?? (edge === "first" ? 1 : daysInMonth(part.year, month));
  return `${String(part.year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function words(part: DatePart): string {
  const month = part.month ? `${MONTHS[part.month - 1]} ` : "";
  const day = part.day ? `${part.day} ` : "";
  return `${day}${month}${part.year}`;
}

function joinInterval(first: DatePart, last: DatePart): string {
  const sameYear = first.year === last.year;
  if (sameYear && first.month === last.month && first.day && last.day)
    return `${first.day}–${words(last)}`;
  if (sameYear && first.month && last.month) {
    const opening = `${first.day ? `${first.day} ` : ""}${MONTHS[first.month - 1]}`;
    return first.day || last.day
      ? `${opening} – ${words(last)}`
      : `${opening}–${words(last)}`;
  }
  return first.month || last.month
    ? `${words(first)} – ${words(last)}`
    : `${first.year}–${last.year}`;
}
