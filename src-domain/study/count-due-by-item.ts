import type { Card } from "./card";
import type { Memory } from "./memory";

export interface DueByItem {
  /** How many cards whose evidence lies in an item are due; items without any are absent. */
  readonly counts: ReadonlyMap<string, number>;
  /** When the counts change by time alone, epoch milliseconds. */
  readonly until: number;
}

/**
 * Counts the cards that are due, by the items their evidence lies in: learning steps whose time has come, and reviews
 * due within the study day that ends at `dayEndsAt`. Cards that were never asked are not due.
 */
export function countDueByItem(
  cards: readonly Card[],
  memories: ReadonlyMap<string, Memory>,
  now: number,
  dayEndsAt: number,
): DueByItem {
  const counts = new Map<string, number>();
  let until = dayEndsAt + 1;
  for (const { id, evidence } of cards) {
    const memory = memories.get(id);
    if (!memory) continue;
    const isLearning = memory.state !== "review";
    if (memory.dueAt > (isLearning ? now : dayEndsAt)) {
      if (isLearning) until = Math.min(until, memory.dueAt);
      continue;
    }
    for (const item of new Set(evidence.map((each) => each.item)))
      counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return { counts, until };
}
