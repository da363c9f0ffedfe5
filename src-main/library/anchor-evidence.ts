import type { AnchoredEvidence } from "#bridge/contract/knowledge";
import { selectorsOf, type Evidence } from "#domain/knowledge/evidence";
import { anchor } from "#domain/text/anchor";
import type { ItemSource } from "./library-item";

/** Says where a passage of evidence leads now; an item that is not there, or cannot be read, makes an orphan. */
export async function anchorEvidence(
  items: Pick<ItemSource, "find">,
  evidence: Evidence,
): Promise<AnchoredEvidence> {
  const item = items.find(evidence.item);
  const structured = await item?.structured();
  return {
    ...evidence,
    itemTitle: item?.metadata.title ?? evidence.item,
    anchor: structured?.ok
      ? anchor(structured.value.text, selectorsOf(evidence))
      : { state: "orphan" },
  };
}
