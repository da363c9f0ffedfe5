const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A stretch of time in plain words, as precise as a person plans: `10 min`, `2 days`, `1.3 months`. Milliseconds in. */
export function intervalWords(ms: number): string {
  if (ms < 50 * MINUTE) return `${Math.max(1, Math.round(ms / MINUTE))} min`;
  if (ms < 22 * HOUR) return plural(Math.round(ms / HOUR), "hour");
  if (ms < 30 * DAY) return plural(Math.max(1, Math.round(ms / DAY)), "day");
  if (ms < 365 * DAY) return plural(oneDecimal(ms / (30.44 * DAY)), "month");
  return plural(oneDecimal(ms / (365.25 * DAY)), "year");
}

function oneDecimal(value: number): number {
  return value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
}

function plural(value: number, unit: string): string {
  return `${value} ${unit}${value === 1 ? "" : "s"}`;
}
