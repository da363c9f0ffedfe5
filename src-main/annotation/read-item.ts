import type { SourcePlaces } from "#domain/cfi/source-places";
import { fail, ok, type Result } from "#domain/result";
import { createAnchorer, type Anchorer } from "#domain/text/anchor";
import type { StructuredText } from "#domain/text/blocks";
import type { ItemSource } from "../library/library-item";
import { createItemAnchorer, type AnchorInItem } from "./anchor-in-item";
import { placesOf } from "./source-places";

/** An item's text, with what is needed to find passages in it and to describe them. */
export interface ReadItem {
  readonly structured: StructuredText;
  readonly anchor: AnchorInItem;
  /** Of the text alone. */
  readonly byText: Anchorer;
  /** Read when first asked for. */
  readonly places: () => Promise<SourcePlaces | undefined>;
}

/** Failures: `not-found`, and those of reading the item. */
export async function readItem(
  items: Pick<ItemSource, "find">,
  id: string,
): Promise<Result<ReadItem>> {
  const item = items.find(id);
  if (!item) return fail({ code: "not-found", kind: "item", id });
  const read = await item.structured();
  if (!read.ok) return read;
  const structured = read.value;
  const byText = createAnchorer(structured.text);
  return ok({
    structured,
    anchor: createItemAnchorer(item, structured, byText),
    byText,
    places: () => placesOf(item, structured),
  });
}
