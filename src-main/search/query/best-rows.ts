import type { RowTable } from "../index/row-facts";
import type { ScoredRows } from "./scored-rows";

/** A found row with the document it is a part of. */
export interface RankedRow {
  readonly row: number;
  readonly doc: number;
  readonly score: number;
}

/** So many rows that have the highest scores when these are weighed, best first; of equal ones those that come first. */
export function bestRows(
  { docs, weights }: RowTable,
  { rows, scores }: ScoredRows,
  limit: number,
): RankedRow[] {
  const weighed = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1)
    weighed[at] = (scores[at] ?? 0) * (weights[rows[at] ?? 0] ?? 0);
  // Sorting numbers is much faster than sorting rows.
  const least =
    rows.length > limit
      ? (weighed.slice().sort()[rows.length - limit] ?? 0)
      : -Infinity;
  const best: RankedRow[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const score = weighed[at] ?? 0;
    const row = rows[at] ?? 0;
    const doc = docs[row] ?? 0;
    if (score >= least && doc > 0) best.push({ row, doc, score });
  }
  best.sort((a, b) => b.score - a.score);
  return best.length > limit ? best.slice(0, limit) : best;
}
