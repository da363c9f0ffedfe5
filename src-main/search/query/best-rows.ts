import type { RowTable } from "../index/row-facts";
import type { ScoredRows } from "./scored-rows";

/** A found row with the document it is a part of. */
export interface RankedRow {
  readonly row: number;
  readonly doc: number;
  readonly score: number;
}

/**
 * So many rows that have the highest scores when these are weighed, best first; of equal ones those that come first.
 *
 * Numbers are sorted many times as fast as anything with a comparison of one's own. So the last bits of each score give way to
 * the place of its row, and the order of the numbers is that of the rows. Scores are never below zero, and differ in the first
 * thirty-two bits of their fraction where they differ by more than rounding.
 */
export function bestRows(
  { docs, weights }: RowTable,
  { rows, scores }: ScoredRows,
  limit: number,
): RankedRow[] {
  const all = rows.length;
  const keys = new Float64Array(all);
  const lowBits = new Uint32Array(keys.buffer);
  const mask = 2 ** Math.ceil(Math.log2(all + 1)) - 1;
  for (let at = 0; at < all; at += 1) {
    keys[at] = (scores[at] ?? 0) * (weights[rows[at] ?? 0] ?? 0);
    lowBits[2 * at] = ((lowBits[2 * at] ?? 0) & ~mask) | (mask - at);
  }
  keys.sort();
  const best: RankedRow[] = [];
  for (let key = all - 1; key >= 0 && best.length < limit; key -= 1) {
    const at = mask - ((lowBits[2 * key] ?? 0) & mask);
    const row = rows[at] ?? 0;
    const doc = docs[row] ?? 0;
    const score = (scores[at] ?? 0) * (weights[row] ?? 0);
    if (doc > 0) best.push({ row, doc, score });
  }
  return best;
}
