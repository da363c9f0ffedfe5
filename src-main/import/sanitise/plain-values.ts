/** Fields of a value that should be an object; none of one that is not. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** Elements of a value that should be a list, up to `most`; none of one that is not. */
export function listOf(value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value)) return [];
  return value.length > most ? value.slice(0, most) : value;
}

/** A whole number in a range; `undefined` for anything else. */
export function wholeNumber(
  value: unknown,
  least: number,
  most: number,
): number | undefined {
  return typeof value === "number" &&
    Number.isSafeInteger(value) &&
    value >= least &&
    value <= most
    ? // Minus zero is no number of anything.
      value + 0
    : undefined;
}

/** One of a closed set of words; `undefined` for anything else. */
export function oneOf<Word extends string>(
  value: unknown,
  words: readonly Word[],
): Word | undefined {
  return words.find((word) => word === value);
}
