import type { SourcePlaces } from "#domain/cfi/source-places";
import type { StructuredText } from "#domain/text/blocks";
import type { LibraryItem } from "../library/library-item";

const known = new WeakMap<StructuredText, Promise<SourcePlaces | undefined>>();

/** The places of an item's letters in its source; read once for a text as long as that is kept. */
export function placesOf(
  item: Pick<LibraryItem, "places"> | undefined,
  structured: StructuredText,
): Promise<SourcePlaces | undefined> {
  if (!item?.places) return Promise.resolve(undefined);
  const before = known.get(structured);
  if (before) return before;
  const made = item.places();
  known.set(structured, made);
  return made;
}
