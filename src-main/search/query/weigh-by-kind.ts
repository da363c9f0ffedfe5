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
  annotation: 0.7,
  position: 0.6,
  event: 0.6,
  actor: 0.6,
  issue: 0.6,
  card: 0.35,
};

/** A found row with the document it is a part of. */
export interface RankedRow extends FoundRow {
  readonly doc: number;
}

/** Rows with their scores weighed by what they are, best first. */
export function weighByKind(
  statements: Statements,
  rows: readonly FoundRow[],
): RankedRow[] {
  const documents = new Map(
    statements
      .all<{ row: number; doc: number; kind: TextKind }>(
        `select part.row, part.doc, document.kind from part join document on document.doc = part.doc
         where part.row in (select value from json_each(?))`,
        [JSON.stringify(rows.map(({ row }) => row))],
      )
      .map((each) => [each.row, each]),
  );
  return rows
    .flatMap(({ row, score }) => {
      const found = documents.get(row);
      if (!found) return [];
      const { doc, kind } = found;
      return [{ row, doc, score: score * WEIGHTS[kind] }];
    })
    .sort((a, b) => b.score - a.score);
}
