import { citationOfItem, type CitedItem } from "./citation-of-item";
import { citationKeys } from "./citation-keys";

/** Items as CSL-JSON, which reference managers read. */
export function exportCsl(items: readonly CitedItem[]): string {
  const keys = citationKeys(items);
  const cited = items.map((item) => ({
    ...citationOfItem(item),
    "citation-key": keys.get(item.id) ?? item.id,
  }));
  return `${JSON.stringify(cited, undefined, 2)}\n`;
}
