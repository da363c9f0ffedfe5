import { inTurns, type TakeTurns } from "./turns";

/** So many are sorted in one go: less than a millisecond. */
const RUN = 512;
/** So many are merged in one step. */
const STEPS = 64;

type Compare<Value> = (a: Value, b: Value) => number;

/** Sorts a copy without keeping the process busy for long: short runs first, then merges. Stable. */
export async function sortInTurns<Value>(
  values: readonly Value[],
  compare: Compare<Value>,
  takeTurns: TakeTurns = inTurns,
): Promise<readonly Value[]> {
  let runs: (readonly Value[])[] = [];
  let from = 0;
  await takeTurns(() => {
    if (from >= values.length) return true;
    runs.push(values.slice(from, from + RUN).sort(compare));
    from += RUN;
    return false;
  });
  while (runs.length > 1) {
    const merged: (readonly Value[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(
        await mergeInTurns(
          runs[at] ?? [],
          runs[at + 1] ?? [],
          compare,
          takeTurns,
        ),
      );
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Joins two sorted lists into one; of equal values those of the first stand first. */
async function mergeInTurns<Value>(
  first: readonly Value[],
  second: readonly Value[],
  compare: Compare<Value>,
  takeTurns: TakeTurns,
): Promise<readonly Value[]> {
  const [last, next] = [first.at(-1), second[0]];
  if (last === undefined) return second;
  if (next === undefined) return first;
  if (compare(last, next) <= 0) return first.concat(second);
  const merged: Value[] = [];
  let [left, right] = [0, 0];
  await takeTurns(() => {
    for (let steps = 0; steps < STEPS; steps += 1) {
      if (left === first.length && right === second.length) return true;
      const isFirst =
        right === second.length ||
        (left < first.length &&
          compare(first[left] as Value, second[right] as Value) <= 0);
      if (isFirst) merged.push(first[left++] as Value);
      else merged.push(second[right++] as Value);
    }
    return false;
  });
  return merged;
}

/** Puts a few values into many, both sorted; what lies between two of them is copied as a whole. */
export function insertSorted<Value>(
  many: readonly Value[],
  few: readonly Value[],
  compare: Compare<Value>,
): readonly Value[] {
  const pieces: Value[][] = [];
  let from = 0;
  for (const value of few) {
    const at = firstAfter(many, from, value, compare);
    pieces.push(many.slice(from, at), [value]);
    from = at;
  }
  return pieces.flat().concat(many.slice(from));
}

/** Where the values behind `value` begin. */
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
