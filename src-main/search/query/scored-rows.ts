/** Found rows with their scores, in step. */
export interface ScoredRows {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
}

export const NO_ROWS: ScoredRows = {
  rows: new Int32Array(0),
  scores: new Float64Array(0),
};

/** The rows of both, with the sums of their scores; the rows of each are in the order of their numbers. */
export function added(some: ScoredRows, others: ScoredRows): ScoredRows {
  const most = some.rows.length + others.rows.length;
  const rows = new Int32Array(most);
  const scores = new Float64Array(most);
  let left = 0;
  let right = 0;
  let all = 0;
  for (; left < some.rows.length || right < others.rows.length; all += 1) {
    const a = some.rows[left] ?? Infinity;
    const b = others.rows[right] ?? Infinity;
    rows[all] = Math.min(a, b);
    if (a <= b) {
      scores[all] = some.scores[left] ?? 0;
      left += 1;
    }
    if (b <= a) {
      scores[all] = (scores[all] ?? 0) + (others.scores[right] ?? 0);
      right += 1;
    }
  }
  return { rows: rows.subarray(0, all), scores: scores.subarray(0, all) };
}
