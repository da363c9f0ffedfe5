import type { AnchoredEvidence } from "#bridge/contract/knowledge";
import type { Evidence } from "#domain/knowledge/evidence";
import { anchor } from "#domain/text/anchor";
import type { LoadedItem } from "./load-corpus";

/** Says where a passage of evidence leads now; an item that is not there makes an orphan. */
export function anchorEvidence(
  items: ReadonlyMap<string, LoadedItem>,
  evidence: Evidence,
): AnchoredEvidence {
  const item = items.get(evidence.item);
  return {
    ...evidence,
    itemTitle: item?.metadata.title ?? evidence.item,
    anchor: item
      ? anchor(item.structured().text, [evidence.selector])
      : { state: "orphan" },
  };
}
