import { tmpdir } from "node:os";
import { join } from "node:path";
import { DraftJournal } from "../notes/draft-journal";
import type { NotesContext } from "../notes/note-operations";
import { NoteStore } from "../notes/note-store";
import type { ItemSource } from "../library/library-item";

/** A library's notes for commands that only read them: nothing is locked, made or moved. */
export function readOnlyNotes(
  library: string,
  items: Pick<ItemSource, "find">,
): NotesContext {
  const nowhere = join(tmpdir(), "aide-memoire-unused");
  return {
    store: new NoteStore({ library, historyFolder: nowhere, device: "cli" }),
    drafts: new DraftJournal(nowhere),
    items,
  };
}
