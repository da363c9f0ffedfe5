import type { Note } from "#domain/notes/note";
import type { NoteStore } from "../../notes/note-store";
import type { SearchDocument } from "../protocol";
import { fingerprintOf } from "./fingerprint";
import { inPieces } from "./in-pieces";
import { isoDay } from "./iso-day";
import type { DocumentSource } from "./search-source";

const PREFIX = "note/";

/** The user's notes. */
export function noteDocuments(
  notes: Pick<NoteStore, "scan" | "get">,
): DocumentSource {
  return {
    prefix: PREFIX,
    async *tell() {
      const files = await notes.scan();
      yield* inPieces(
        files.map(({ note }) => ({
          key: PREFIX + note.id,
          fingerprint: printOf(note),
        })),
      );
    },
    async get(key) {
      const found = await notes.get(key.slice(PREFIX.length));
      return found.ok ? documentOf(found.value.note) : undefined;
    },
  };
}

function printOf({ title, tags, body, target, createdAt }: Note): string {
  return fingerprintOf(title, tags, body, target?.item, createdAt);
}

function documentOf(note: Note): SearchDocument {
  const { id, title, tags, body, target } = note;
  return {
    key: PREFIX + id,
    fingerprint: printOf(note),
    kind: "note",
    id,
    title,
    tags,
    date: isoDay(note.createdAt),
    ...(target ? { itemId: target.item } : {}),
    text: { form: "plain", body },
  };
}
