/** The day of a time (epoch milliseconds) in UTC, as ISO 8601 and EDTF write it. */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
