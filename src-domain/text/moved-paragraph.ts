import type { TextRange } from "./blocks";
import type { TextPositionSelector, TextQuoteSelector } from "./selectors";

/** What may lie between two paragraphs: blocks of our own texts, lines of others. */
const BREAKS = ["\n\n", "\n"];

/**
 * Tells whether the passage may be elsewhere, moved with its paragraph, and what was `found` only a copy that came to
 * stand in its place: a copy whose paragraph, put back to where the passage was described to begin, would begin just
 * where a paragraph begins. Nothing else about two equal copies tells the one from the other.
 */
export function mayBeMovedAway(
  text: string,
  { exact, prefix = "", suffix = "" }: TextQuoteSelector,
  position: TextPositionSelector,
  found: TextRange,
): boolean {
  return BREAKS.some((paragraphBreak) => {
    const before = prefix.split(paragraphBreak).at(-1) ?? "";
    const after = suffix.split(paragraphBreak)[0] ?? "";
    const moving = before + exact + after;
    // Where even the copy differs, more happened than that a paragraph moved.
    if (!text.startsWith(moving, found.start - before.length)) return false;
    for (
      let at = text.indexOf(moving);
      at !== -1;
      at = text.indexOf(moving, at + 1)
    ) {
      const start = at + before.length;
      if (Math.abs(start - found.start) <= exact.length / 2) continue;
      if (mayComeFrom(text, start, position.start, paragraphBreak)) return true;
    }
    return false;
  });
}

/** Tells whether the paragraph around `at` fits between two paragraphs so that `at` comes to stand at `origin`. */
function mayComeFrom(
  text: string,
  at: number,
  origin: number,
  paragraphBreak: string,
): boolean {
  const opening = text.lastIndexOf(paragraphBreak, at - paragraphBreak.length);
  const start = opening === -1 ? 0 : opening + paragraphBreak.length;
  const closing = text.indexOf(paragraphBreak, at);
  const end = closing === -1 ? text.length : closing;
  const place = origin - (at - start);
  if (place < 0) return false;
  if (place <= start) return isBeginning(text, place, paragraphBreak);
  const length = end - start + paragraphBreak.length;
  return (
    place + length === text.length + paragraphBreak.length ||
    isBeginning(text, place + length, paragraphBreak)
  );
}

function isBeginning(
  text: string,
  at: number,
  paragraphBreak: string,
): boolean {
  return (
    at === 0 || text.startsWith(paragraphBreak, at - paragraphBreak.length)
  );
}
