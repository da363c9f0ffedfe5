import type { RowFacts } from "../index/row-facts";
import type { Statements } from "../index/statements";
import { bestRows, type RankedRow } from "./best-rows";
import type { Compiled } from "./compile-query";
import { findBegun, findRows } from "./find-rows";
import { scoreWords } from "./score-words";

export interface Ranking {
  /** Best first. */
  readonly rows: readonly RankedRow[];
  /** How many there are in all. */
  readonly total: number;
}

/** So many of the rows that answer a query, with their scores weighed by what they are. */
export function rankRows(
  {
    statements,
    facts,
  }: { readonly statements: Statements; readonly facts: RowFacts },
  compiled: Compiled,
  limit: number,
): Ranking {
  const { table } = facts;
  const { fts, anyOf, isBeginning } = compiled;
  if (isBeginning && fts !== undefined) {
    const { found, total } = findBegun(statements, table, fts);
    return { rows: bestRows(table, found, limit), total };
  }
  const found = anyOf
    ? scoreWords(statements, table, anyOf)
    : findRows(statements, compiled);
  return { rows: bestRows(table, found, limit), total: found.rows.length };
}
