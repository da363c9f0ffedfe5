/** A half-open stretch `[start, end)` of an item's canonical text, in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export type MarkKind =
  | "emphasis"
  | "strong"
  | "code"
  | "strikethrough"
  | "underline"
  | "superscript"
  | "subscript"
  | "small-caps"
  /** A formula, written out in one line. */
  | "formula"
  | "link"
  | "footnote-reference";

/**
 * An inline mark over the canonical text. `target` is a link's address (`http:`, `https:`, `mailto:`, or `#<offset>` of
 * a place in the same text) or a footnote's label.
 */
export interface Mark extends TextRange {
  readonly kind: MarkKind;
  readonly target?: string;
}

export type BlockKind =
  | "heading"
  | "paragraph"
  | "list-item"
  | "quotation"
  | "code"
  | "table"
  | "rule"
  /** A picture with its caption (or, without one, its description) as text. */
  | "figure"
  | "footnote";

/** One cell of a table; its text is the stretch of the canonical text. */
export interface TableCell extends TextRange {
  readonly isHeader: boolean;
  readonly align?: "left" | "right" | "center";
  readonly marks: readonly Mark[];
}

/**
 * One block of an item. Blocks follow one another in the canonical text, separated by a blank line; list and quotation
 * nesting is given by depth, so that the structure stays flat and every letter has exactly one owner.
 */
export interface Block extends TextRange {
  readonly kind: BlockKind;
  /** Heading level 1-6; list or quotation depth, from 1. */
  readonly level?: number;
  /** For a list item: its number in an ordered list; absent in an unordered one. */
  readonly number?: number;
  /** For a footnote: its label. Blocks of one footnote follow one another and share it. */
  readonly label?: string;
  /** For a figure: the id of its picture among the item's resources. */
  readonly resource?: string;
  /** For a figure: its description for those who do not see it. */
  readonly alt?: string;
  /** BCP 47, where it differs from the item's. */
  readonly language?: string;
  /** Where it differs from left to right. */
  readonly direction?: "rtl";
  readonly marks: readonly Mark[];
  /** For a table only. */
  readonly rows?: readonly (readonly TableCell[])[];
}

/**
 * The one plain text of an item to which every selector refers: immutable for a given version of the reader that made
 * it. Offsets are UTF-16 code units of `text`.
 */
export interface CanonicalText {
  /** Raised whenever the way text is derived from the original changes, so that selectors are re-anchored. */
  readonly version: number;
  readonly text: string;
}

/** Where a page of the source begins in the canonical text; `label` as printed ("iv", "12"). */
export interface PageStart {
  readonly label: string;
  readonly start: number;
}

/** An entry of the contents that the source itself gives; levels count from 1. */
export interface ContentsEntry {
  readonly title: string;
  readonly level: number;
  readonly start: number;
}

/** What a reader makes of a document: its canonical text and the blocks that lie over it, in order. */
export interface StructuredText extends CanonicalText {
  readonly blocks: readonly Block[];
  /** Pages of the source in order, where it has any. */
  readonly pages?: readonly PageStart[];
  /** The source's own contents; without them, headings serve. */
  readonly contents?: readonly ContentsEntry[];
  /** BCP 47; of most of the text. */
  readonly language?: string;
}
