import {
  parseHistoricalDate,
  type HistoricalDate,
} from "#domain/historical-date";
import * as chrono from "chrono-node";

/** A date that a passage names, with the words that name it. */
export interface NamedDate {
  readonly date: HistoricalDate;
  readonly words: string;
}

type Components = chrono.ParsedResult["start"];

const LOCALES: Readonly<Record<string, chrono.Chrono>> = {
  de: chrono.de.casual,
  fr: chrono.fr.casual,
  es: chrono.es.casual,
  it: chrono.it.casual,
  pt: chrono.pt.casual,
  nl: chrono.nl.casual,
  ru: chrono.ru.casual,
  uk: chrono.uk.casual,
};
/** A number is a year only after a word that years follow. */
const YEAR =
  /(?<![\p{L}\p{N}])(?:in|since|until|by|during|of|from|im Jahre?|seit|bis|en|depuis|в)\s+((?:1[5-9]|20)\d{2})(?![\p{N}–-])/iu;
/** Numbers that may mean two days (10/09/2009) are no date: none is better than a wrong one. */
const TWO_DAYS = /^(\d{1,2})[/.](\d{1,2})[/.]\d{4}$/u;

/**
 * The first date that a text names, as precise as it is named: day, month, year or interval. A day and month without a
 * year take the year of the item, if that is known to be one year.
 */
export function dateInText(
  text: string,
  {
    language,
    itemDate,
  }: {
    readonly language: string;
    readonly itemDate: HistoricalDate | undefined;
  },
): NamedDate | undefined {
  const year = yearOf(itemDate);
  const reference = new Date(Date.UTC(year ?? 2000, 6, 1, 12));
  const locale = LOCALES[language.slice(0, 2)] ?? chrono.en.GB;
  for (const { text: words, start, end } of locale.parse(text, reference)) {
    if (isAmbiguous(words)) continue;
    const first = edtfOf(start, year);
    const last = end ? edtfOf(end, year) : undefined;
    if (first === undefined || (end && last === undefined)) continue;
    const date =
      last === undefined || last === first ? first : `${first}/${last}`;
    if (parseHistoricalDate(date)) return { date, words };
  }
  const named = YEAR.exec(text);
  return named?.[1] === undefined
    ? undefined
    : { date: named[1], words: named[0] };
}

function edtfOf(
  parts: Components,
  itemYear: number | undefined,
): HistoricalDate | undefined {
  if (!parts.isCertain("month")) return undefined;
  const year = parts.isCertain("year") ? parts.get("year") : itemYear;
  const [month, day] = [parts.get("month"), parts.get("day")];
  if (year === undefined || year === null || month === null) return undefined;
  if (!parts.isCertain("day"))
    // A month alone (“may”, “March”) is too often another word.
    return parts.isCertain("year") ? `${year}-${two(month)}` : undefined;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day ?? 1)}`;
}

function isAmbiguous(words: string): boolean {
  const numbers = TWO_DAYS.exec(words);
  if (!numbers) return false;
  const [a, b] = [Number(numbers[1]), Number(numbers[2])];
  return words.includes("/") && a !== b && a <= 12 && b <= 12;
}

/** The year of a date that lies within one. */
function yearOf(date: HistoricalDate | undefined): number | undefined {
  const span = date === undefined ? undefined : parseHistoricalDate(date);
  if (!span) return undefined;
  const [first, last] = [span.firstDay.slice(0, 4), span.lastDay.slice(0, 4)];
  return first === last ? Number(first) : undefined;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
