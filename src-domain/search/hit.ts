import type { TextRange } from "../text/blocks";

export const HIT_KINDS = ["passage", "note", "item", "actor", "issue"] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/** Part of a text around a match; `marks` are offsets into `text`. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly TextRange[];
  /** Offset of `text[0]` in the item's canonical text or the note's body. */
  readonly offset: number;
}

/** One thing found. A passage or note carries where to open it, as a range of its canonical text or body. */
export interface Hit {
  readonly kind: HitKind;
  readonly id: string;
  readonly title: string;
  /** Marks within `title`. */
  readonly titleMarks: readonly TextRange[];
  /** A second line, such as an actor's first role. */
  readonly detail: string;
  readonly score: number;
  /** For a passage or item: the item to open. */
  readonly itemId?: string;
  readonly snippet?: Snippet;
  /** The first match, to be lit when the hit is opened. */
  readonly target?: TextRange;
}

/** Answer to a query: names first, then passages and notes by score. */
export interface HitList {
  readonly query: string;
  readonly names: readonly Hit[];
  readonly texts: readonly Hit[];
  /** How many passages and notes match in all (counting stops at a cap, then `isCapped`). */
  readonly total: number;
  readonly isCapped: boolean;
  /** Time spent in the search process, milliseconds. */
  readonly ms: number;
  /** Where and why a query could not be read as written; it was then searched as plain words. */
  readonly complaint?: string;
}
