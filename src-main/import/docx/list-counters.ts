import { writeNumber } from "../office/number-text";
import type { ListDefinition, ListLevel } from "./numbering";

/** Levels a list can have (ECMA-376 part 1, 17.9.3). */
export const LIST_LEVELS = 9;

/** Counts the items of all lists of a document, in its order. */
export class ListCounters {
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** Counts one item on and gives the numbers down to its level. */
  next(numId: string, list: ListDefinition, level: number): number[] {
    const counts = this.#counts.get(list.family) ?? [];
    this.#counts.set(list.family, counts);
    const startsAnew = this.#beginsOverride(numId, list, level);
    const start = list.startOverrides.get(level) ?? startOf(list, level);
    const before = startsAnew ? undefined : counts[level];
    counts[level] = before === undefined ? start : before + 1;
    for (let deeper = level + 1; deeper < LIST_LEVELS; deeper += 1)
      if (restarts(list.levels.get(deeper), level)) counts[deeper] = undefined;
    // A level that was skipped counts as begun.
    for (let higher = 0; higher < level; higher += 1)
      counts[higher] ??= startOf(list, higher);
    return counts.slice(0, level + 1).map((count) => count ?? 1);
  }

  /** A list that overrides where a level starts does so when it is first used there. */
  #beginsOverride(numId: string, list: ListDefinition, level: number): boolean {
    if (!list.startOverrides.has(level)) return false;
    const key = `${numId} ${level}`;
    if (this.#begun.has(key)) return false;
    this.#begun.add(key);
    return true;
  }
}

/** What stands before an item: `Article 4`, `2.1.`, `(b)`. */
export function labelOf(
  list: ListDefinition,
  level: number,
  numbers: readonly number[],
): string {
  return (list.levels.get(level)?.text ?? "").replace(
    /%(\d)/gu,
    (_, place: string) => {
      const index = Number(place) - 1;
      const number = numbers[index];
      const style = list.levels.get(index)?.style;
      return number === undefined || !style ? "" : writeNumber(number, style);
    },
  );
}

function startOf(list: ListDefinition, level: number): number {
  return list.levels.get(level)?.start ?? 1;
}

/** `after` counts from 0, `w:lvlRestart` from 1. */
function restarts(level: ListLevel | undefined, after: number): boolean {
  if (level?.restart === undefined) return true;
  return level.restart > 0 && after < level.restart;
}
