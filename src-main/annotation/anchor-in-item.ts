import { anchorByCfi, wantsPlaces } from "#domain/cfi/anchor-by-cfi";
import type { Anchorer } from "#domain/text/anchor";
import type { StructuredText } from "#domain/text/blocks";
import type { Anchor, Selector } from "#domain/text/selectors";
import type { LibraryItem } from "../library/library-item";
import { placesOf } from "./source-places";

/**
 * Finds where selectors lead in an item: in its text alone, and by its source's places where only these can tell. `madeOn`:
 * the id of the item on which they were made, which may have been merged into this one. Its source may have other places:
 * of what it does not quote they prove nothing here.
 */
export type AnchorInItem = (
  selectors: readonly Selector[],
  madeOn: string,
) => Promise<Anchor>;

/** For many selectors on one item; `byText` is the anchorer of its text. */
export function createItemAnchorer(
  item: Pick<LibraryItem, "places" | "metadata">,
  structured: StructuredText,
  byText: Anchorer,
): AnchorInItem {
  return async (selectors, madeOn) => {
    const found = byText.anchor(selectors);
    if (!wantsPlaces(selectors, found)) return found;
    const isQuoted = selectors.some(({ type }) => type === "TextQuoteSelector");
    if (!isQuoted && madeOn !== item.metadata.id) return found;
    const places = await placesOf(item, structured);
    return places
      ? anchorByCfi(structured.text, byText, places, selectors)
      : found;
  };
}
