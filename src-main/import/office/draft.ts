import type { BlockKind, TableCell } from "#domain/text/blocks";
import type { BlockExtra } from "#domain/text/text-writer";
import { plainPiece, type Piece } from "./piece";

/** What a paragraph is for, where its style says so; settled before anything is written. */
export type Role =
  | "title"
  | "subtitle"
  | "author"
  | "date"
  | "abstract"
  | "caption"
  | "drop-cap";

/** A block of a word processor's document before it is written. */
export type Draft = TextDraft | TableDraft;

export interface TextDraft {
  readonly kind: Exclude<BlockKind, "table">;
  readonly pieces: readonly Piece[];
  readonly extra: BlockExtra;
  readonly role?: Role;
}

export interface TableDraft {
  readonly kind: "table";
  readonly rows: readonly (readonly CellDraft[])[];
  readonly extra: BlockExtra;
}

export interface CellDraft {
  readonly isHeader: boolean;
  readonly align?: NonNullable<TableCell["align"]>;
  /** Its paragraphs in one line each. */
  readonly pieces: readonly Piece[];
}

/** A cell without anything, which keeps columns in line beside merged ones. */
export function emptyCell(isHeader: boolean): CellDraft {
  return { isHeader, pieces: [] };
}

/** A picture as a drawing shows it. */
export interface DrawnPicture {
  /** Its id; absent when it cannot be shown. */
  readonly resource?: string;
  readonly alt?: string;
}

/** Makes the block of a picture, with its description as text until a caption takes that place. */
export function draftFigure({ resource, alt }: DrawnPicture): TextDraft {
  return {
    kind: "figure",
    pieces: alt === undefined ? [] : [plainPiece(alt)],
    extra: {
      ...(resource === undefined ? {} : { resource }),
      ...(alt === undefined ? {} : { alt }),
    },
  };
}
