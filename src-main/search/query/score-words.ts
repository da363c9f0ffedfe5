import type { RowTable } from "../index/row-facts";
import type { Statements } from "../index/statements";
import { FIELD_WEIGHTS } from "./field-weights";
import { added, NO_ROWS, type ScoredRows } from "./scored-rows";

/** Of BM25, as FTS5 has them. */
const K1 = 1.2;
const B = 0.75;
/** Of a word that stands in more than half of all rows: FTS5 gives it no less. */
const LEAST_IDF = 1e-6;

const { title, body, names, tags } = FIELD_WEIGHTS;
/** Where a token stands: four times the number of the row, and the weight of the field. In the order of the rows. */
const PLACES = `select cast(group_concat(4 * doc + case col when 'body' then ${body} when 'title' then ${title}
  when 'names' then ${names} else ${tags} end) as blob) as numbers from posting_instance where term = ?`;

/**
 * Scores the rows that hold any of some tokens, each counted as often as it is given, by BM25 as FTS5 computes it: the sum over
 * tokens of `idf * f * (k1 + 1) / (f + k1 * (1 - b + b * words / average))`, f the weighted count in the row
 * (https://sqlite.org/fts5.html, section 4.3.1). Asked of FTS5 the same takes three times as long: it finds all rows once more
 * to count them, and looks up the length of each.
 */
export function scoreWords(
  statements: Statements,
  table: RowTable,
  tokens: readonly string[],
): ScoredRows {
  const [first = NO_ROWS, ...others] = tokens.map((token) =>
    scored(statements.numbers(PLACES, [token]), table),
  );
  return others.reduce(added, first);
}

function scored(places: Float64Array, table: RowTable): ScoredRows {
  const rows = new Int32Array(places.length);
  const scores = new Float64Array(places.length);
  let last = -1;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const row = place >>> 2;
    if (last < 0 || rows[last] !== row) {
      last += 1;
      rows[last] = row;
    }
    scores[last] = (scores[last] ?? 0) + (place & 3);
  }
  const all = last + 1;
  const idf = idfOf(all, table.count);
  const average = table.total / table.count;
  for (let at = 0; at < all; at += 1) {
    const count = scores[at] ?? 0;
    const words = table.words[rows[at] ?? 0] ?? 0;
    const length = 1 - B + (B * words) / average;
    scores[at] = (idf * count * (K1 + 1)) / (count + K1 * length);
  }
  return { rows: rows.subarray(0, all), scores: scores.subarray(0, all) };
}

function idfOf(rows: number, all: number): number {
  const idf = Math.log((all - rows + 0.5) / (rows + 0.5));
  return idf > 0 ? idf : LEAST_IDF;
}
