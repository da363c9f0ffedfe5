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
