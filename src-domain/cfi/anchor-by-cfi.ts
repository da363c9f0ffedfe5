import type { Anchorer } from "../text/anchor";
import type { TextRange } from "../text/blocks";
import { isFollowedBy, isPrecededBy } from "../text/context-letters";
import type { Anchor, Selector, TextQuoteSelector } from "../text/selectors";
import { lettersOf, rangeOfLetters, skeletonOf } from "../text/skeleton";
import { withEdges } from "../text/with-edges";
import { isCfiSelector } from "./cfi";
import { findByCfi } from "./find-by-cfi";
import { parseCfi } from "./parse-cfi";
import type { SourcePlaces } from "./source-places";

/** Fewer letters stand anywhere: a quotation of them has to stand where the CFI leads, and nowhere near it. */
const FEWEST_LETTERS = 3;

/**
 * Tells whether the places of the source could say more about selectors than the text alone did: their CFI was made by
 * another program, or what they quote is not to be told from its like.
 */
export function wantsPlaces(
  selectors: readonly Selector[],
  { state }: Anchor,
): boolean {
  if (!selectors.some(isCfiSelector)) return false;
  const hasPosition = selectors.some(
    ({ type }) => type === "TextPositionSelector",
  );
  return state === "orphan" || (!hasPosition && state !== "exact");
}

/**
 * Finds where selectors lead with the help of their EPUB CFI, after the text alone left a doubt (`wantsPlaces`). What
 * stands where the CFI leads has to be what is quoted, letter for letter, and not in other surroundings than those
 * quoted; if it is not, the quotation decides, and the CFI says only in which paragraph. A CFI without a quotation is
 * followed where nothing in it is in doubt.
 */
export function anchorByCfi(
  text: string,
  anchorer: Anchorer,
  places: SourcePlaces,
  selectors: readonly Selector[],
): Anchor {
  const byText = anchorer.anchor(selectors);
  if (!wantsPlaces(selectors, byText)) return byText;
  const cfi = parseCfi(selectors.find(isCfiSelector)?.value ?? "");
  const found = cfi && findByCfi(text, places, cfi);
  if (!found) return byText;
  const quote = selectors.find(
    (each): each is TextQuoteSelector => each.type === "TextQuoteSelector",
  );
  if (!quote)
    return found.end > found.start ? { state: "exact", ...found } : byText;
  const letters = lettersOf(quote.exact);
  if (letters === "") return byText;
  if (lettersOf(text.slice(found.start, found.end)) === letters)
    return isInContext(text, found, quote)
      ? { state: stateOf(text, found, quote), ...found }
      : byText;
  if (byText.state !== "orphan") return byText;
  const near = onlyNear(text, found, letters);
  return near && isInContext(text, near, quote)
    ? { state: "moved", ...withEdges(text, near, quote.exact) }
    : byText;
}

function stateOf(
  text: string,
  { start, end }: TextRange,
  quote: TextQuoteSelector,
): "exact" | "moved" {
  return text.slice(start, end) === quote.exact ? "exact" : "moved";
}

/** The one place with a quotation's letters in the paragraphs that a range touches. */
function onlyNear(
  text: string,
  { start, end }: TextRange,
  letters: string,
): TextRange | undefined {
  if (letters.length < FEWEST_LETTERS) return undefined;
  const before = text.lastIndexOf("\n\n", Math.max(0, start - 1));
  const after = text.indexOf("\n\n", end);
  const from = before === -1 ? 0 : before;
  const skeleton = skeletonOf(
    text.slice(from, after === -1 ? text.length : after),
  );
  const at = skeleton.letters.indexOf(letters);
  if (at === -1 || skeleton.letters.includes(letters, at + 1)) return undefined;
  const range = rangeOfLetters(skeleton, at, at + letters.length);
  return { start: from + range.start, end: from + range.end };
}

/** Tells whether the quoted surroundings, if there are any, are there on one side at least. */
function isInContext(
  text: string,
  { start, end }: TextRange,
  { prefix = "", suffix = "" }: TextQuoteSelector,
): boolean {
  return (
    lettersOf(prefix + suffix) === "" ||
    isPrecededBy(text, start, prefix) ||
    isFollowedBy(text, end, suffix)
  );
}
