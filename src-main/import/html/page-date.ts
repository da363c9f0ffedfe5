import type { HistoricalDate } from "#domain/historical-date";
import { parseHistoricalDate } from "#domain/historical-date";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const ISO = /(?:^|[^\d])((?:1[5-9]|20)\d\d)-(\d\d)(?:-(\d\d))?(?![\d-])/u;
const SLASHED =
  /(?:^|[^\d])((?:1[5-9]|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)/u;
const COMPACT = /^((?:1[5-9]|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/u;
const DAY_FIRST = new RegExp(
  `(?:^|[^\\d])(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${MONTH}\\.?,?[\\s-]+((?:1[5-9]|20)\\d\\d)`,
  "iu",
);
const MONTH_FIRST = new RegExp(
  `(?:^|[^a-z])${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:1[5-9]|20)\\d\\d)`,
  "iu",
);

/**
 * The day that a text of the web means, as EDTF, in the time zone in which it is written: a text published late in the
 * evening in New York is of that day. `undefined` for what leaves the day open ("03/04/2015") or is none.
 */
export function dayOf(text: string | undefined): HistoricalDate | undefined {
  if (!text) return undefined;
  const short = text.slice(0, 200).trim();
  const match = ISO.exec(short) ?? COMPACT.exec(short) ?? SLASHED.exec(short);
  if (match) return day(match[1], match[2], match[3]);
  const first = DAY_FIRST.exec(short);
  if (first) return day(first[3], monthNumber(first[2]), first[1]);
  const second = MONTH_FIRST.exec(short);
  if (second) return day(second[3], monthNumber(second[1]), second[2]);
  return undefined;
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1);
}

function day(
  year: string | undefined,
  month: string | undefined,
  of: string | undefined,
): HistoricalDate | undefined {
  const parts = [year, month?.padStart(2, "0"), of?.padStart(2, "0")].filter(
    (part) => part !== undefined,
  );
  const date = parts.join("-");
  return parseHistoricalDate(date) ? date : undefined;
}
