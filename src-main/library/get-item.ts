import type {
  EvidenceMark,
  ItemDocument,
  NoteMark,
} from "#bridge/contract/library";
import type { Evidence } from "#domain/knowledge/evidence";
import type { Note } from "#domain/notes/note";
import { fail, ok, type Result } from "#domain/result";
import { anchor } from "#domain/text/anchor";
import type { Knowledge } from "#domain/knowledge/knowledge";
import type { ItemSource } from "./library-item";
import { summarise, type FindPosition } from "./list-items";

/** What an item is shown with. */
export interface ItemContext {
  readonly items: Pick<ItemSource, "find">;
  readonly knowledge: Knowledge;
  readonly notes: readonly Note[];
  readonly findPosition: FindPosition;
}

/**
 * An item with its text, the passages knowledge rests on, and the notes written on it. Failures: `not-found`, and those
 * of reading an imported item's original again.
 */
export async function getItem(
  { items, knowledge, notes, findPosition }: ItemContext,
  id: string,
): Promise<Result<ItemDocument>> {
  const item = items.find(id);
  if (!item) return fail({ code: "not-found", kind: "item", id });
  const structured = await item.structured();
  if (!structured.ok) return structured;
  const { text, version, blocks, pages, contents } = structured.value;
  return ok({
    ...summarise(item, findPosition),
    text,
    textVersion: version,
    blocks,
    ...(pages ? { pages } : {}),
    ...(contents ? { contents } : {}),
    evidence: evidenceIn(knowledge, id, text),
    notes: notesOn(notes, id, text),
  });
}

function evidenceIn(
  knowledge: Knowledge,
  item: string,
  text: string,
): EvidenceMark[] {
  const marks = (
    kind: EvidenceMark["kind"],
    records: readonly { id: string; evidence: readonly Evidence[] }[],
  ) =>
    records.flatMap(({ id, evidence }) =>
      evidence
        .filter((each) => each.item === item)
        .map(({ selector }) => anchor(text, [selector]))
        .flatMap((found) =>
          found.state === "orphan"
            ? []
            : [{ kind, id, start: found.start, end: found.end }],
        ),
    );
  return [
    ...marks("position", knowledge.positions),
    ...marks("event", knowledge.events),
    ...marks("actor", knowledge.actors),
    ...marks("issue", knowledge.issues),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

function notesOn(
  notes: readonly Note[],
  item: string,
  text: string,
): NoteMark[] {
  return notes.flatMap(({ id, title, target }) => {
    if (target?.item !== item) return [];
    const found = anchor(text, target.selector);
    return found.state === "orphan"
      ? []
      : [{ id, title, start: found.start, end: found.end }];
  });
}
