import type { JoinedText } from "./join-lines";
import type { Line } from "./lines";

export type PieceKind =
  | "heading"
  | "paragraph"
  | "list-item"
  | "quotation"
  | "code"
  | "table"
  | "rule";

/** One block of a text before it is written. */
export interface Piece extends JoinedText {
  readonly kind: PieceKind;
  /** Heading level or depth, from 1. */
  readonly level?: number;
  readonly number?: number;
  /** The lines it was made of. */
  readonly lines: readonly Line[];
  /** Its line breaks are meant, as in verse. */
  readonly keepsLines?: boolean;
  /** Stands under the item of a list before it, as a further paragraph of it. */
  readonly isInItem?: boolean;
  /** Cells of a table. */
  readonly rows?: readonly (readonly string[])[];
}
