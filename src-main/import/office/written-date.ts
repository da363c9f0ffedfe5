import {
  parseHistoricalDate,
  type HistoricalDate,
} from "#domain/historical-date";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * Reads a date as a document writes it on its front: ISO 8601, `28 July 2014`, `July 28, 2014`, `July 2014` or a year.
 * `undefined` for anything else: a wrong date is worse than none.
 */
export function readWrittenDate(text: string): HistoricalDate | undefined {
  const plain = text.replace(/\s+/gu, " ").trim();
  const iso = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/u.exec(plain)?.[0];
  if (iso !== undefined && /^(?:T.*)?$/u.test(plain.slice(iso.length)))
    return existing(iso);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)? (\p{L}+)\.?,? (\d{4})$/u.exec(
    plain,
  );
  if (dayFirst) return spelled(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst =
    /^(\p{L}+)\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/u.exec(plain);
  return monthFirst
    ? spelled(monthFirst[3], monthFirst[1], monthFirst[2])
    : undefined;
}

function spelled(
  year: string | undefined,
  monthName: string | undefined,
  day: string | undefined,
): HistoricalDate | undefined {
  const month = MONTHS.indexOf((monthName ?? "").slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || !isMonthName(monthName ?? "")) return undefined;
  const two = (number: number): string => String(number).padStart(2, "0");
  return existing(
    `${year}-${two(month)}${day === undefined ? "" : `-${two(Number(day))}`}`,
  );
}

function isMonthName(name: string): boolean {
  return /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/iu.test(
    name,
  );
}

function existing(date: HistoricalDate): HistoricalDate | undefined {
  return parseHistoricalDate(date) ? date : undefined;
}
