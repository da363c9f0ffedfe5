import type { QuotedPassage } from "#domain/notes/quotation";
import * as v from "valibot";

/** Under this name a passage of a text travels while it is dragged; other programs get its letters. */
const TYPE = "application/x-aide-passage";
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const passageSchema = v.strictObject({
  item: v.string(),
  itemTitle: v.string(),
  exact: v.string(),
  source: v.string(),
  start: offset,
  end: offset,
});

/** Puts a passage into a drag that begins. */
export function dragPassage(drag: DataTransfer, passage: QuotedPassage): void {
  drag.setData("text/plain", passage.exact);
  drag.setData(TYPE, JSON.stringify(passage));
  drag.effectAllowed = "copy";
}

/** Tells whether a passage is dragged; what it is, only its drop tells. */
export function carriesPassage(drag: DataTransfer | null): boolean {
  return drag?.types.includes(TYPE) ?? false;
}

/** The passage that was dropped; `undefined` when something else was. */
export function droppedPassage(
  drag: DataTransfer | null,
): QuotedPassage | undefined {
  const written = drag?.getData(TYPE);
  if (!written) return undefined;
  try {
    return v.parse(passageSchema, JSON.parse(written));
  } catch {
    return undefined;
  }
}
