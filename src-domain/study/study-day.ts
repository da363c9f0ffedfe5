const DAY_MS = 86_400_000;
/** A study day begins at four in the morning, so that a late evening belongs to the day it ended. */
const STARTS_AT_HOUR = 4;

/** First and last millisecond of the study day that holds a time. `offsetMinutes`: local time minus UTC. */
export function studyDayOf(
  now: number,
  offsetMinutes: number,
): { readonly startsAt: number; readonly endsAt: number } {
  const shift = offsetMinutes * 60_000 - STARTS_AT_HOUR * 3_600_000;
  const startsAt = Math.floor((now + shift) / DAY_MS) * DAY_MS - shift;
  return { startsAt, endsAt: startsAt + DAY_MS - 1 };
}
