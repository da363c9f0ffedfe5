import type { RowTable } from "../index/row-facts";
import type { Statements, Value } from "../index/statements";
import type { Compiled } from "./compile-query";
import { FIELD_WEIGHTS } from "./field-weights";
import { added, NO_ROWS, type ScoredRows } from "./scored-rows";

type Conditions = Pick<Compiled, "fts" | "clauses">;

/** Scores come as whole numbers, which SQLite writes much faster: of this part of one. */
const UNIT = 1e-9;
const { title, body, names, tags } = FIELD_WEIGHTS;
const SCORE = `cast(bm25(posting, ${title}, ${body}, ${names}, ${tags}) / -${UNIT} as integer)`;
const WITH_DOCUMENTS = "join document on document.doc = part.doc";
const MATCHING = "posting match ?";
/** Most queries have words and no conditions. */
const FOUND_BY_WORDS = tells(`from posting where ${MATCHING}`, true);
const FOUND_FROM_ROW = tells(
  `from posting where ${MATCHING} and rowid >= ?`,
  true,
);
const COUNTED = `select count(*) as total from posting where ${MATCHING}`;
/** About so many rows are scored of a beginning that most of them have, besides those that have it in their names. */
const MOST_SCORED = 1_000;
/** Fewer come about where it stands in old rows only; then all are scored. */
const FEWEST_SCORED = 250;

/**
 * All rows that answer a query: with their scores and without an order where it has words, otherwise in the order of their
 * dates. They come in one piece: row by row they would take ten times as long over the border of the WASM.
 */
export function findRows(
  statements: Statements,
  conditions: Conditions,
): ScoredRows {
  const { fts, clauses } = conditions;
  if (fts !== undefined && clauses.length === 0)
    return scoredRows(statements.numbers(FOUND_BY_WORDS, [fts]));
  const source = sourceOf(conditions);
  if (!source) return NO_ROWS;
  const sql = tells(source.from, fts !== undefined);
  return scoredRows(statements.numbersOnce(sql, source.values));
}

/**
 * The rows that hold a word with a beginning that is still being typed, and how many they are. Three letters begin some word of most
 * passages; between those BM25 tells nothing (FTS5 gives such a word a millionth), and scoring takes ten times as long as
 * finding. Then those are scored that have it in a title, a name or a tag, and those that were indexed last.
 */
export function findBegun(
  statements: Statements,
  { count, last }: Pick<RowTable, "count" | "last">,
  fts: string,
): { readonly found: ScoredRows; readonly total: number } {
  const counted = statements.get<{ total: number }>(COUNTED, [fts]);
  const total = counted?.total ?? 0;
  if (total > MOST_SCORED && 2 * total > count) {
    const first = Math.floor(last * (1 - MOST_SCORED / total));
    const late = scoredRows(statements.numbers(FOUND_FROM_ROW, [fts, first]));
    if (late.rows.length >= FEWEST_SCORED) {
      const inNames = statements.numbers(FOUND_BY_WORDS, [
        `{title names tags} : (${fts})`,
      ]);
      return { found: added(scoredRows(inNames), late), total };
    }
  }
  return { found: findRows(statements, { fts, clauses: [] }), total };
}

/** What tells the rows of a source, and then their scores. */
function tells(from: string, hasWords: boolean): string {
  const found = hasWords
    ? `select posting.rowid as row, ${SCORE} as score ${from}`
    : `select part.row as row, 0 as score ${from}
       order by document.first_day is null, document.first_day, part.row`;
  // The limit keeps SQLite from making one query of the two, in which FTS5 tells no scores.
  return `select cast(group_concat(row) || ',' || group_concat(score) as blob) as numbers from (${found} limit -1)`;
}

function scoredRows(numbers: Float64Array): ScoredRows {
  const count = numbers.length / 2;
  const scores = numbers.subarray(count);
  for (let at = 0; at < count; at += 1) scores[at] = (scores[at] ?? 0) * UNIT;
  return { rows: new Int32Array(numbers.subarray(0, count)), scores };
}

/** Tells whether anything answers a query. */
export function findsAny(
  statements: Statements,
  conditions: Conditions,
): boolean {
  const source = sourceOf(conditions);
  if (!source) return false;
  const sql = `select 1 ${source.from} limit 1`;
  return statements.once(sql, source.values).length > 0;
}

interface Source {
  readonly from: string;
  readonly values: readonly Value[];
}

function sourceOf({ fts, clauses }: Conditions): Source | undefined {
  const where = clauses.map(({ sql }) => `(${sql})`);
  const values = clauses.flatMap((clause) => clause.values);
  if (fts === undefined)
    return clauses.length === 0
      ? undefined
      : {
          from: `from part ${WITH_DOCUMENTS} where ${where.join(" and ")}`,
          values,
        };
  return {
    from: `from posting ${clauses.length === 0 ? "" : `join part on part.row = posting.rowid ${WITH_DOCUMENTS}`}
      where ${[MATCHING, ...where].join(" and ")}`,
    values: [fts, ...values],
  };
}
