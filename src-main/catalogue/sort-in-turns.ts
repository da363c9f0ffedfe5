import { Turns } from "./turns";

/** So many are sorted in one go: a few milliseconds. */
const RUN = 1_024;

/** From this ratio on places are looked up by halving. */
const FEW = 16;

type Compare<Value> = (a: Value, b: Value) => number;

/** Sorts a copy without keeping the process busy for long: short runs first, then merges. Stable. */
export async function sortInTurns<Value>(
  values: readonly Value[],
  compare: Compare<Value>,
): Promise<readonly Value[]> {
  const turns = new Turns();
  let runs: (readonly Value[])[] = [];
  for (let from = 0; from < values.length; from += RUN) {
    runs.push(values.slice(from, from + RUN).sort(compare));
    if (turns.isLong()) await turns.next();
  }
  while (runs.length > 1) {
    const merged: (readonly Value[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(
        await mergeInTurns(runs[at] ?? [], runs[at + 1] ?? [], compare, turns),
      );
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Joins two sorted lists into one; of equal values those of the first stand first. */
export async function mergeInTurns<Value>(
  first: readonly Value[],
  second: readonly Value[],
  compare: Compare<Value>,
  turns = new Turns(),
): Promise<readonly Value[]> {
  const [last, next] = [first.at(-1), second[0]];
  if (last === undefined) return second;
  if (next === undefined) return first;
  if (compare(last, next) <= 0) return first.concat(second);
  const isFew = second.length * FEW < first.length;
  const merged: Value[] = [];
  let left = 0;
  for (const value of second) {
    const end = isFew
      ? firstAfter(first, left, value, compare)
      : stepsTo(first, left, value, compare);
    for (; left < end; left += 1) {
      merged.push(first[left] as Value);
      if (turns.isOver()) await turns.next();
    }
    merged.push(value);
  }
  for (; left < first.length; left += 1) merged.push(first[left] as Value);
  return merged;
}

/** Where the values after `value` begin, by halving: for a few values among many. */
function firstAfter<Value>(
  values: readonly Value[],
  from: number,
  value: Value,
  compare: Compare<Value>,
): number {
  let [low, high] = [from, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(values[middle] as Value, value) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same step by step: for as many on either side. */
function stepsTo<Value>(
  values: readonly Value[],
  from: number,
  value: Value,
  compare: Compare<Value>,
): number {
  let at = from;
  while (at < values.length && compare(values[at] as Value, value) <= 0)
    at += 1;
  return at;
}
