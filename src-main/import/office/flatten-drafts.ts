import { appendAll } from "./append-all";
import type { CellDraft, Draft, TextDraft } from "./draft";
import { hasInk, LINE_BREAK, plainPiece, type Piece } from "./piece";

/** Blocks as lines of one cell, and the pictures that cannot stand in one. */
export interface FlatDrafts {
  readonly pieces: readonly Piece[];
  readonly figures: readonly TextDraft[];
}

/** Puts blocks into lines, for a cell of a table; rows of an inner table become lines too. */
export function flattenDrafts(drafts: readonly Draft[]): FlatDrafts {
  const lines: (readonly Piece[])[] = [];
  const figures: TextDraft[] = [];
  for (const draft of drafts) {
    if (draft.kind === "figure") figures.push(draft);
    else if (draft.kind === "table") appendAll(lines, draft.rows.map(lineOf));
    else lines.push(draft.pieces);
  }
  return { pieces: joinLines(lines), figures };
}

function lineOf(row: readonly CellDraft[]): Piece[] {
  return row.flatMap((cell, index) =>
    index === 0 ? [...cell.pieces] : [plainPiece("\t"), ...cell.pieces],
  );
}

/** Lines without letters give no line, but keep their anchors. */
function joinLines(lines: readonly (readonly Piece[])[]): Piece[] {
  const joined: Piece[] = [];
  let hasLetters = false;
  for (const line of lines) {
    const isBlank = !hasInk(line);
    if (!isBlank && hasLetters) joined.push(LINE_BREAK);
    appendAll(joined, isBlank ? line.filter(isAnchor) : line);
    hasLetters ||= !isBlank;
  }
  return joined;
}

function isAnchor(piece: Piece): boolean {
  return piece.kind === "anchor";
}
