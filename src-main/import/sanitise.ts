import type { ReadItem } from "./reader";
import { cleanMetadata, cleanWarnings } from "./sanitise/clean-metadata";
import { cleanResources } from "./sanitise/clean-resources";
import { cleanStructured } from "./sanitise/clean-structured";

/**
 * The last step of every reader: whatever came out of a hostile file, or out of a mistake in a reader, leaves here as a
 * valid item. Offsets lie inside the text and in order, marks inside their blocks, links lead only to the web, to a
 * mailbox or into the text, pictures are what their bytes say and are named by their hash, nothing is larger than can
 * be shown. Pure and linear in time; an item that is clean comes out equal.
 */
export function sanitise(item: ReadItem): ReadItem {
  const { resources, idOf, leftOut } = cleanResources(item.resources);
  return {
    format: item.format,
    metadata: cleanMetadata(item.metadata),
    structured: cleanStructured(item.structured, idOf),
    // Numbers and ids, held against what they may be by whoever reads them.
    ...(item.places ? { places: item.places } : {}),
    resources,
    warnings: [
      ...cleanWarnings(item.warnings),
      ...(leftOut === 0
        ? []
        : [{ code: "pictures-left-out", detail: String(leftOut) }]),
    ],
  };
}
