import type { Statements } from "../index/statements";
import type { Clause } from "./clause";

/**
 * What is linked with one of each group of tokens (`actor:x`, `stance:opposes`), and the passages it rests on: those are
 * found by their quotation among the passages of their item.
 */
export function linkClause(
  statements: Statements,
  groups: readonly (readonly string[])[],
): Clause {
  const docs = docsLinked(statements, groups);
  const rows = docs.flatMap((doc) => evidenceRows(statements, doc));
  return {
    sql: "(part.doc in (select value from json_each(?)) or part.row in (select value from json_each(?)))",
    values: [JSON.stringify(docs), JSON.stringify(rows)],
  };
}

function docsLinked(
  statements: Statements,
  groups: readonly (readonly string[])[],
): number[] {
  const conditions = groups.map(
    () =>
      "exists (select 1 from link where link.doc = document.doc and token in (select value from json_each(?)))",
  );
  return statements
    .all<{
      doc: number;
    }>(
      `select doc from document where kind <> 'passage' and ${conditions.join(" and ")}`,
      groups.map((each) => JSON.stringify(each)),
    )
    .map(({ doc }) => doc);
}

/** The beginning of a quotation tells its passage; the rest may reach into the next. */
const TELLING = 48;

function evidenceRows(statements: Statements, doc: number): number[] {
  return statements
    .all<{ row: number }>(
      `select part.row from evidence join document on document.key = 'item/' || evidence.item
       join part on part.doc = document.doc
       where evidence.doc = ? and instr(part.passage, substr(evidence.exact, 1, ${TELLING})) > 0`,
      [doc],
    )
    .map(({ row }) => row);
}
