import type { Handlers } from "#bridge/contract/index";
import type { NoteDocument } from "#bridge/contract/notes";
import type { Failure } from "#domain/failure";
import { fail, ok } from "#domain/result";
import * as operations from "../notes/note-operations";
import type { NotesContext } from "../notes/note-operations";
import type { Session } from "../session";
import { errorDetail } from "../storage/error-detail";

type NoteHandlers = Pick<
  Handlers,
  | "notes/list"
  | "notes/get"
  | "notes/create"
  | "notes/save"
  | "notes/save-draft"
  | "notes/discard-draft"
  | "notes/remove"
  | "notes/restore"
  | "notes/list-trash"
>;

/** The user's notes. Every change tells the screen, and with it the search index. */
export function noteHandlers(session: Session): NoteHandlers {
  const { clock, onChanges } = session.options;
  const changed = (note: NoteDocument): void => {
    onChanges({ subject: "notes", ids: [note.id] });
  };
  const withNotes = async <Value>(
    task: (notes: NotesContext) => Promise<Value>,
  ): Promise<Value | { ok: false; failure: Failure }> => {
    const workspace = session.workspace();
    return workspace.ok ? task(workspace.value.notes) : workspace;
  };
  return {
    "notes/list": () =>
      withNotes(async (notes) => ok(await operations.listNotes(notes))),
    "notes/get": ({ id }) =>
      withNotes((notes) => operations.getNote(notes, id)),
    "notes/create": ({ title = "", body, passage }) =>
      withNotes(async (notes) => {
        const made = await operations.createNote(
          notes,
          { title, tags: [], body },
          passage,
          clock(),
        );
        if (made.ok) changed(made.value);
        return made;
      }),
    "notes/save": (edit) =>
      withNotes(async (notes) => {
        const saved = await operations.saveNote(notes, edit, clock());
        if (saved.ok) changed(saved.value.note);
        return saved;
      }),
    "notes/save-draft": (draft) =>
      withNotes(async (notes) => {
        try {
          await notes.drafts.keep(draft, clock());
          return ok(null);
        } catch (error) {
          return fail({
            code: "write-failed" as const,
            path: "drafts",
            detail: errorDetail(error),
          });
        }
      }),
    "notes/discard-draft": ({ id }) =>
      withNotes(async (notes) => {
        await notes.drafts.drop(id);
        return operations.getNote(notes, id);
      }),
    "notes/remove": ({ id }) =>
      withNotes(async (notes) => {
        const trashed = await notes.store.remove(id, clock());
        if (!trashed.ok) return trashed;
        onChanges({ subject: "notes", ids: [id] });
        return ok({ trashed: trashed.value });
      }),
    "notes/restore": ({ trashed }) =>
      withNotes(async (notes) => {
        const restored = await operations.restoreNote(notes, trashed);
        if (restored.ok) changed(restored.value);
        return restored;
      }),
    "notes/list-trash": () =>
      withNotes(async (notes) => ok(await operations.listTrashedNotes(notes))),
  };
}
