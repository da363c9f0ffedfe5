import type { MarkKind } from "#domain/text/blocks";

/** Marks that letters carry by themselves; links and footnote references have fields of their own. */
export type Format = Exclude<MarkKind, "link" | "footnote-reference">;

/** A stretch of a paragraph: letters of one look, a line break, or a place that links lead to. */
export type Piece = LettersPiece | AnchorPiece;

export interface LettersPiece {
  readonly kind: "letters" | "break";
  /** For a break: a line feed. */
  readonly text: string;
  readonly formats: readonly Format[];
  /** Address, or `#` and the name of an anchor of the same document. */
  readonly link?: string;
  /** Label of the footnote the letters refer to. */
  readonly note?: string;
  /** BCP 47, where the source says it. */
  readonly language?: string;
}

export interface AnchorPiece {
  readonly kind: "anchor";
  readonly name: string;
}

/** Letters without any mark. */
export function plainPiece(text: string): LettersPiece {
  return { kind: "letters", text, formats: [] };
}

/** A line break without any mark. */
export const LINE_BREAK: LettersPiece = {
  kind: "break",
  text: "\n",
  formats: [],
};

/** The letters of pieces, without references to footnotes. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) =>
      piece.kind === "anchor" || piece.note !== undefined ? "" : piece.text,
    )
    .join("");
}

/** Tells whether anything of the pieces is seen; a mark of a footnote is. */
export function hasInk(pieces: readonly Piece[]): boolean {
  return pieces.some(
    (piece) => piece.kind === "letters" && piece.text.trim() !== "",
  );
}
