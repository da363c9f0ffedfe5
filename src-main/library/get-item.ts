import type {
  EvidenceMark,
  ItemDocument,
  NoteMark,
} from "#bridge/contract/library";
import type { Evidence } from "#domain/knowledge/evidence";
import type { Note } from "#domain/notes/note";
import { fail, ok, type Result } from "#domain/result";
import { anchor } from "#domain/text/anchor";
import { summarise, type FindPosition } from "./list-items";
import type { LoadedCorpus } from "./load-corpus";

/** An item with its text, the passages knowledge rests on, and the notes written on it. Failure: `not-found`. */
export function getItem(
  corpus: LoadedCorpus,
  id: string,
  findPosition: FindPosition,
  notes: readonly Note[],
): Result<ItemDocument> {
  const item = corpus.items.get(id);
  if (!item) return fail({ code: "not-found", kind: "item", id });
  const { text, version, blocks } = item.structured();
  return ok({
    ...summarise(item, findPosition),
    text,
    textVersion: version,
    blocks,
    evidence: evidenceIn(corpus, id, text),
    notes: notesOn(notes, id, text),
  });
}

function evidenceIn(
  { knowledge }: LoadedCorpus,
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
