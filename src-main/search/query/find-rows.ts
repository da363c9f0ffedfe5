import { parsed, type Statements, type Value } from "../index/statements";
import type { Compiled } from "./compile-query";
import { FIELD_WEIGHTS } from "./field-weights";
import { NO_ROWS, type ScoredRows } from "./scored-rows";

type Conditions = Pick<Compiled, "fts" | "clauses">;

/** Scores come as whole numbers, which SQLite writes much faster: of this part of one. */
const UNIT = 1e-9;
const { title, body, names, tags } = FIELD_WEIGHTS;
const SCORE = `cast(bm25(posting, ${title}, ${body}, ${names}, ${tags}) / -${UNIT} as integer)`;
const WITH_DOCUMENTS = "join document on document.doc = part.doc";

/**
 * All rows that answer a query: with their scores and without an order where it has words, otherwise in the order of their
 * dates. They come in one piece: row by row they would take ten times as long over the border of the WASM.
 */
export function findRows(
  statements: Statements,
  conditions: Conditions,
): ScoredRows {
  const source = sourceOf(conditions);
  if (!source) return NO_ROWS;
  const hasWords = conditions.fts !== undefined;
  const [told] = ask<{ found: Uint8Array }>(
    statements,
    conditions,
    tells(source.from, hasWords),
    source.values,
  );
  if (!told) return NO_ROWS;
  const [rows, scores] = parsed<[number[], number[]]>(told.found);
  const weighed = new Float64Array(scores);
  for (let at = 0; at < weighed.length; at += 1)
    weighed[at] = (weighed[at] ?? 0) * UNIT;
  return { rows: new Int32Array(rows), scores: weighed };
}

/** What tells the rows of a source, and then their scores. */
function tells(from: string, hasWords: boolean): string {
  const found = hasWords
    ? `select posting.rowid as row, ${SCORE} as score ${from}`
    : `select part.row as row, 0 as score ${from}
       order by document.first_day is null, document.first_day, part.row`;
  // The limit keeps SQLite from making one query of the two, in which FTS5 tells no scores.
  return `select cast('[' || json_group_array(row) || ',' || json_group_array(score) || ']' as blob) as found
    from (${found} limit -1)`;
}

/** Tells whether anything answers a query. */
export function findsAny(
  statements: Statements,
  conditions: Conditions,
): boolean {
  const source = sourceOf(conditions);
  if (!source) return false;
  const sql = `select 1 ${source.from} limit 1`;
  return ask(statements, conditions, sql, source.values).length > 0;
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
      where ${["posting match ?", ...where].join(" and ")}`,
    values: [fts, ...values],
  };
}

/** Only what is asked again and again is kept prepared. */
function ask<Row>(
  statements: Statements,
  { clauses }: Conditions,
  sql: string,
  values: readonly Value[],
): Row[] {
  return clauses.length === 0
    ? statements.all<Row>(sql, values)
    : statements.once<Row>(sql, values);
}
