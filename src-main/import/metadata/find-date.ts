import type { HistoricalDate } from "#domain/historical-date";
import * as chrono from "chrono-node";

/** A date found in a line. */
export interface FoundDate {
  readonly date: HistoricalDate;
  readonly start: number;
  readonly end: number;
}

const REFERENCE = new Date(Date.UTC(2000, 0, 1));
const YEAR = /(?<!\d)(?:1[4-9]|20)\d{2}(?!\d)/u;
const NUMERIC =
  /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:1[4-9]|20)\d{2})(?![\d/.-])/u;
const ISO =
  /(?<![\d-])((?:1[4-9]|20)\d{2})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}\S*)?(?![\d-])/u;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = `(${MONTHS.join("|")})[a-z]*\\.?`;
/** Date-time group of a military or diplomatic message: day, hour, minute, zone, month, year. */
const GROUP = new RegExp(
  `(?<!\\d)(\\d{2})\\d{4}[A-Z]\\s+${MONTH}\\s+(\\d{4}|\\d{2})(?!\\d)`,
  "iu",
);
const MONTH_AND_YEAR = new RegExp(
  `(?<![\\p{L}\\d])${MONTH},? ((?:1[4-9]|20)\\d{2})(?!\\d)`,
  "iu",
);
const WEEKDAYS = "sun mon tue wed thu fri sat".split(" ");
const WEEKDAY =
  /\b(sun|mon|tue|wed|thu|fri|sat)(?:day|nesday|sday|rsday|urday|s|rs|urs)?\b/iu;
const LOCALES = [
  chrono.strict,
  chrono.de.strict,
  chrono.fr.strict,
  chrono.es.strict,
  chrono.it.strict,
  chrono.pt.strict,
  chrono.nl.strict,
  chrono.ru.strict,
  chrono.uk.strict,
];

/**
 * Finds a date that is written out with its year. Numbers that may mean two days (10/09/2009) are no date: none is
 * better than a wrong one.
 */
export function findDate(text: string): FoundDate | undefined {
  const group = GROUP.exec(text);
  if (group) return fromGroup(group);
  if (!YEAR.test(text)) return undefined;
  const iso = ISO.exec(text);
  if (iso) return found(iso, dayOf(iso[1], iso[2], iso[3]));
  const numeric = NUMERIC.exec(text);
  if (numeric) return found(numeric, fromNumbers(numeric, text));
  for (const locale of LOCALES) {
    const result = locale.parse(text, REFERENCE)[0];
    if (!result || result.end) continue;
    const { start } = result;
    const isWhole =
      start.isCertain("day") &&
      start.isCertain("month") &&
      start.isCertain("year") &&
      YEAR.test(result.text);
    if (isWhole)
      return {
        date:
          dayOf(start.get("year"), start.get("month"), start.get("day")) ?? "",
        start: result.index,
        end: result.index + result.text.length,
      };
  }
  const month = MONTH_AND_YEAR.exec(text);
  if (!month) return undefined;
  return found(month, `${month[2]}-${two(monthNumber(month[1]))}`);
}

function fromGroup(match: RegExpExecArray): FoundDate | undefined {
  const short = match[3] ?? "";
  // Two digits: such messages exist since the Second World War.
  const year =
    short.length === 4 ? short : `${Number(short) >= 40 ? 19 : 20}${short}`;
  return found(match, dayOf(year, monthNumber(match[2]), match[1]));
}

function fromNumbers(match: RegExpExecArray, text: string): string | undefined {
  const [, first, sign, second, year] = match;
  const [a, b] = [Number(first), Number(second)];
  if (sign === "." || a > 12 || a === b) return dayOf(year, b, a);
  if (b > 12) return dayOf(year, a, b);
  return byWeekday(text, [dayOf(year, a, b), dayOf(year, b, a)]);
}

/** A weekday beside it tells which of two days is meant: "Wed, 02/09/2011". */
function byWeekday(
  text: string,
  days: readonly (string | undefined)[],
): string | undefined {
  const named = WEEKDAY.exec(text)?.[1]?.toLowerCase();
  if (named === undefined) return undefined;
  const fitting = days.filter(
    (day) => day !== undefined && WEEKDAYS[new Date(day).getUTCDay()] === named,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function found(
  match: RegExpExecArray,
  date: string | undefined,
): FoundDate | undefined {
  return date === undefined
    ? undefined
    : { date, start: match.index, end: match.index + match[0].length };
}

function dayOf(
  year: string | number | null | undefined,
  month: string | number | null | undefined,
  day: string | number | null | undefined,
): string | undefined {
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31
    ? `${year}-${two(m)}-${two(d)}`
    : undefined;
}

function monthNumber(name = ""): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
