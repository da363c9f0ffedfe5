import type { Value } from "../index/statements";

/** A condition on `part` joined with `document`, for SQLite. Values are always bound, never written into it. */
export interface Clause {
  readonly sql: string;
  readonly values: readonly Value[];
}

export function not({ sql, values }: Clause): Clause {
  return { sql: `not (${sql})`, values };
}

export function either(clauses: readonly Clause[]): Clause {
  return {
    sql: `(${clauses.map(({ sql }) => sql).join(" or ")})`,
    values: clauses.flatMap(({ values }) => values),
  };
}

/** A row whose words match an FTS5 expression. */
export function matching(expression: string): Clause {
  return {
    sql: "part.row in (select rowid from posting where posting match ?)",
    values: [expression],
  };
}

/** Each condition once. */
export function distinct(clauses: readonly Clause[]): Clause[] {
  return [
    ...new Map(clauses.map((each) => [JSON.stringify(each), each])).values(),
  ];
}
