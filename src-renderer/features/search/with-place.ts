import { ask } from "../../app/ask";
import type { HitRow } from "./hit-rows";

/** A hit with where it stands: an annotation's passage is looked for in the text as it is now. One that is lost has no place. */
export async function withPlace(hit: HitRow): Promise<HitRow> {
  const { kind, id, itemId } = hit;
  if (kind !== "annotation" || itemId === undefined) return hit;
  const all = await ask("annotations/list", { item: itemId });
  const anchor = all?.find((each) => each.id === id)?.anchor;
  if (!anchor || anchor.state === "orphan") return hit;
  const { start, end } = anchor;
  return { ...hit, target: { start, end } };
}
