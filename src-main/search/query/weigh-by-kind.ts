import type { TextKind } from "#domain/search/hit";
import type { Statements } from "../index/statements";
import type { FoundRow } from "./find-rows";

/**
 * What a kind's score counts beside that of a passage. BM25 prefers the short: without this the cards made from one
 * position would stand before every text that speaks of the matter. Chosen on the bundled collection.
 */
const WEIGHTS: Readonly<Record<TextKind, number>> = {
  passage: 1,
  note: 1,
  annotation: 0.9,
  position: 0.6,
  event: 0.6,
  actor: 0.6,
  issue: 0.6,
  card: 0.35,
};

/** Rows with their scores weighed by what they are, best first. */
export function weighByKind(
  statements: Statements,
  rows: readonly FoundRow[],
): FoundRow[] {
  const kinds = new Map(
    statements
      .all<{ row: number; kind: TextKind }>(
        `select part.row, document.kind from part join document on document.doc = part.doc
         where part.row in (select value from json_each(?))`,
        [JSON.stringify(rows.map(({ row }) => row))],
      )
      .map(({ row, kind }) => [row, kind]),
  );
  return rows
    .map(({ row, score }) => {
      const kind = kinds.get(row);
      return { row, score: score * (kind === undefined ? 0 : WEIGHTS[kind]) };
    })
    .sort((a, b) => b.score - a.score);
}
