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
  /\b(Jan|Feb|Aug|Oct|Nov|Dec)[a-z]+|\b(Sept)ember|\b(Mar)ch|\b(Apr)il/gu;

/** A date with its long months cut short, for a narrow column: `Aug 2008 – Nov 2010`. */
export function shortDateWords(date: HistoricalDate): string {
  return formatHistoricalDate(date).replace(
    LONG_MONTH,
    (_, ...found: (string | undefined)[]) =>
      found.slice(0, 4).find((each) => each !== undefined) ?? "",
  );
}
