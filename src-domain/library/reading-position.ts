/** Where a reader stands in an item, independent of window size: the first visible block and how much was read. */
export interface ReadingPosition {
  /** Offset into the canonical text (UTF-16 units) of the first block in view. */
  readonly offset: number;
  /** Share of that block that lies above the view's top edge, 0-1. */
  readonly within: number;
  /** The furthest point that was ever in view, as a share of the text, 0-1. */
  readonly progress: number;
}

export type ReadState = "unread" | "reading" | "read";

/** From this share on an item counts as read: the last lines of a text often stay below the fold. */
const READ_FROM = 0.97;

/** Moves to a new place; the progress never goes back. */
export function advanceReadingPosition(
  before: ReadingPosition | undefined,
  place: { offset: number; within: number; seenUntil: number },
): ReadingPosition {
  return {
    offset: Math.max(0, Math.trunc(place.offset)),
    within: clamp(place.within),
    progress: Math.max(before?.progress ?? 0, clamp(place.seenUntil)),
  };
}

/** Tells whether an item is unread, being read, or read to its end. */
export function readStateOf(position: ReadingPosition | undefined): ReadState {
  if (!position || position.progress <= 0) return "unread";
  return position.progress >= READ_FROM ? "read" : "reading";
}

/** Minutes a reader needs for a number of words, at 230 words a minute (Brysbaert 2019: 238 for English non-fiction), at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 230));
}

function clamp(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}
