import type {
  CardMark,
  EvidenceMark,
  ItemDocument,
  NoteMark,
} from "#bridge/contract/library";
import { selectorsOf, type Evidence } from "#domain/knowledge/evidence";
import { selectorsOfNote, type Note } from "#domain/notes/note";
import { fail, ok, type Result } from "#domain/result";
import { createAnchorer } from "#domain/text/anchor";
import type { Knowledge } from "#domain/knowledge/knowledge";
import type { Card } from "#domain/study/card";
import type { ItemSource } from "./library-item";
import { summarise, type FindPosition } from "./summarise";

/** What an item is shown with. */
export interface ItemContext {
  readonly items: Pick<ItemSource, "find">;
  readonly knowledge: Knowledge;
  readonly notes: readonly Note[];
  /** The person's own. */
  readonly cards: readonly Card[];
  readonly findPosition: FindPosition;
}

/**
 * An item with its text, the passages knowledge rests on, and the notes written on it. Failures: `not-found`, and those
 * of reading an imported item's original again.
 */
export async function getItem(
  { items, knowledge, notes, cards, findPosition }: ItemContext,
  id: string,
): Promise<Result<ItemDocument>> {
  const item = items.find(id);
  if (!item) return fail({ code: "not-found", kind: "item", id });
  // Items that were merged into this one lead to it: what was said of them was said of it.
  const isThis = (other: string): boolean =>
    items.find(other)?.metadata.id === item.metadata.id;
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
    evidence: evidenceIn(knowledge, isThis, text),
    notes: notesOn(notes, isThis, text),
    cards: cardsFrom(cards, isThis, text),
  });
}

function evidenceIn(
  knowledge: Knowledge,
  isThis: (item: string) => boolean,
  text: string,
): EvidenceMark[] {
  const anchorer = createAnchorer(text);
  const marks = (
    kind: EvidenceMark["kind"],
    records: readonly { id: string; evidence: readonly Evidence[] }[],
  ) =>
    records.flatMap(({ id, evidence }) =>
      evidence
        .filter((each) => isThis(each.item))
        .map((each) => anchorer.anchor(selectorsOf(each)))
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

function cardsFrom(
  cards: readonly Card[],
  isThis: (item: string) => boolean,
  text: string,
): CardMark[] {
  const anchorer = createAnchorer(text);
  return cards.flatMap(({ id, form, question, evidence }) =>
    evidence
      .filter((each) => isThis(each.item))
      .map((each) => anchorer.anchor(selectorsOf(each)))
      .flatMap((found) =>
        found.state === "orphan"
          ? []
          : [{ id, form, question, start: found.start, end: found.end }],
      ),
  );
}

function notesOn(
  notes: readonly Note[],
  isThis: (item: string) => boolean,
  text: string,
): NoteMark[] {
  const anchorer = createAnchorer(text);
  return notes.flatMap(({ id, title, target }) => {
    if (!target || !isThis(target.item)) return [];
    const found = anchorer.anchor(selectorsOfNote(target));
    return found.state === "orphan"
      ? []
      : [{ id, title, start: found.start, end: found.end }];
  });
}
