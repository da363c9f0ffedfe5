const NUMBER = new Intl.NumberFormat("en-GB");

/** A number with its thousands apart: `12,345`. */
export function numberWords(count: number): string {
  return NUMBER.format(count);
}

/** `1 item`, `12,345 items`. */
export function counted(count: number, one: string, many: string): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

const UNITS = ["bytes", "KB", "MB", "GB"] as const;

/** A size as one reads it: `812 bytes`, `3.4 MB` (thousands, as file managers count). */
export function sizeWords(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const shown =
    unit > 0 && size < 10 ? size.toFixed(1) : String(Math.round(size));
  return `${shown} ${UNITS[unit]}`;
}

const LONG_MINUTES = 100;

/** A stretch of time as one plans with it: `4 minutes`, `95 minutes`, `9 hours`. */
export function minutesWords(minutes: number): string {
  return minutes < LONG_MINUTES
    ? counted(minutes, "minute", "minutes")
    : counted(Math.round(minutes / 60), "hour", "hours");
}
