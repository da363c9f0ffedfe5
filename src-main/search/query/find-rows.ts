import type { Statements, Value } from "../index/statements";
import type { Compiled } from "./compile-query";

/** Counting goes no further: it would take longer than finding. */
const COUNT_CAP = 1_000;

export interface FoundRow {
  readonly row: number;
  readonly score: number;
}

type Conditions = Pick<Compiled, "fts" | "clauses">;

const WEIGHTS = "3.0, 1.0, 2.0, 1.0";
const WITH_DOCUMENTS = "join document on document.doc = part.doc";

/** Rows that answer a query, best first: a word in the title counts three times, in a heading or name twice. */
export function findRows(
  statements: Statements,
  { fts, clauses }: Conditions,
  limit: number,
): FoundRow[] {
  const { where, values } = conditions(clauses);
  if (fts !== undefined && clauses.length === 0)
    return statements.all(
      `select rowid as row, -bm25(posting, ${WEIGHTS}) as score from posting
       where posting match ? order by score desc, rowid limit ?`,
      [fts, limit],
    );
  if (fts !== undefined)
    return statements.once(
      `select posting.rowid as row, -bm25(posting, ${WEIGHTS}) as score from posting
       join part on part.row = posting.rowid ${WITH_DOCUMENTS}
       where posting match ? and ${where} order by score desc, posting.rowid limit ?`,
      [fts, ...values, limit],
    );
  if (clauses.length === 0) return [];
  return statements.once(
    `select part.row as row, 0 as score from part ${WITH_DOCUMENTS}
     where ${where} order by document.first_day is null, document.first_day, part.row limit ?`,
    [...values, limit],
  );
}

/** How many rows answer a query, counted up to a cap. */
export function countRows(
  statements: Statements,
  { fts, clauses }: Conditions,
): { readonly total: number; readonly isCapped: boolean } {
  const { where, values } = conditions(clauses);
  const rows = (sql: string, bound: readonly Value[]): number =>
    statements.once<{ total: number }>(
      `select count(*) as total from (${sql} limit ${COUNT_CAP})`,
      bound,
    )[0]?.total ?? 0;
  const total =
    fts === undefined
      ? clauses.length === 0
        ? 0
        : rows(`select 1 from part ${WITH_DOCUMENTS} where ${where}`, values)
      : clauses.length === 0
        ? rows("select 1 from posting where posting match ?", [fts])
        : rows(
            `select 1 from posting join part on part.row = posting.rowid ${WITH_DOCUMENTS} where posting match ? and ${where}`,
            [fts, ...values],
          );
  return { total, isCapped: total === COUNT_CAP };
}

function conditions(clauses: Compiled["clauses"]): {
  readonly where: string;
  readonly values: readonly Value[];
} {
  return {
    where: clauses.map(({ sql }) => `(${sql})`).join(" and "),
    values: clauses.flatMap(({ values }) => values),
  };
}
