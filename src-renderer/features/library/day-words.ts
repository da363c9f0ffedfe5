import {
  formatHistoricalDate,
  type HistoricalDate,
} from "#domain/historical-date";

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
});
const MOMENT = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeStyle: "short",
});

/** The day of a moment (epoch milliseconds), shortly: `10 Sept 2009`. */
export function dayWords(at: number): string {
  return DAY.format(at);
}

/** A moment (epoch milliseconds) with its time: `10 September 2009 at 14:05`. */
export function momentWords(at: number): string {
  return MOMENT.format(at);
}

const LONG_MONTH =
  /\b(?:(Jan|Feb|Aug|Oct|Nov|Dec)[a-z]+|(Sept)ember|(Mar)ch|(Apr)il)/gu;

/**
 * A date for a narrow column: long months are cut short (`18 Sept 2009`), and of a period over several years only the
 * years stand (`2008–2010`).
 */
export function shortDateWords(date: HistoricalDate): string {
  const [from, to] = date.split("/").map((part) => part.slice(0, 4));
  const isLong = from !== undefined && to !== undefined && from !== to;
  return formatHistoricalDate(isLong ? `${from}/${to}` : date).replace(
    LONG_MONTH,
    (...found: (string | undefined)[]) =>
      found.slice(1, 5).find((each) => each !== undefined) ?? "",
  );
}
