import type { Draft } from "./draft";
import type { LettersPiece, Piece } from "./piece";
import { prevailingLanguage } from "./prevailing-language";

/** The language most letters of a document are said to be in. */
export function draftedLanguage(drafts: readonly Draft[]): string | undefined {
  return prevailingLanguage(
    drafts
      .flatMap((draft): readonly Piece[] =>
        draft.kind === "table"
          ? draft.rows.flat().flatMap((cell) => cell.pieces)
          : draft.pieces,
      )
      .filter((piece): piece is LettersPiece => piece.kind !== "anchor"),
  );
}
