import type {
  NoteDocument,
  NoteSummary,
  TrashedNote,
} from "#bridge/contract/notes";
import { writeQuotation, type QuotedPassage } from "#domain/notes/quotation";
import { anchor } from "#domain/text/anchor";
import type { Selector } from "#domain/text/selectors";
import type { Route } from "../../app/route";
import { onChanges, request } from "../../app/bridge";
import { failureSentence } from "../../app/failure-words";
import { notices } from "../../app/notices.svelte";
import { NoteEditor } from "./note-editor.svelte";

/** The notes of the library and the one that is open. */
class NotesSession {
  list = $state.raw<readonly NoteSummary[]>([]);
  trash = $state.raw<readonly TrashedNote[]>([]);
  isLoaded = $state(false);
  editor = $state.raw<NoteEditor | undefined>();
  /** True right after a note was made, so that its body takes the focus. */
  isNew = $state(false);

  /** Begins to follow changes; returns how to stop. */
  start(): () => void {
    void this.refresh();
    return onChanges(["notes", "library"], () => void this.refresh());
  }

  async refresh(): Promise<void> {
    const [list, trash] = await Promise.all([
      request("notes/list", {}),
      request("notes/list-trash", {}),
    ]);
    this.list = list.ok ? list.value : [];
    this.trash = trash.ok ? trash.value : [];
    this.isLoaded = true;
  }

  /** Opens a note for reading and writing; the one before is saved first. */
  async open(id: string): Promise<void> {
    if (this.editor?.id === id) return;
    await this.editor?.flush();
    const reply = await request("notes/get", { id });
    if (reply.ok) this.#show(reply.value);
    else notices.trouble(failureSentence(reply.failure));
  }

  /** Makes a note, on a passage when one is given, and opens it. Gives its id, or nothing when that failed. */
  async create(
    options: { readonly passage?: QuotedPassage } = {},
  ): Promise<string | undefined> {
    await this.editor?.flush();
    const { passage } = options;
    const reply = await request("notes/create", {
      title: passage ? titleFrom(passage.exact) : "",
      body: passage ? writeQuotation(passage) : "",
      ...(passage
        ? {
            passage: {
              item: passage.item,
              start: passage.start,
              end: passage.end,
            },
          }
        : {}),
    });
    if (!reply.ok) {
      notices.trouble(failureSentence(reply.failure));
      return undefined;
    }
    this.#show(reply.value);
    this.isNew = true;
    await this.refresh();
    return reply.value.id;
  }

  /** Puts a passage into the open note, where its caret is or at `at`, with the way back. */
  quote(passage: QuotedPassage, at?: number): void {
    const { editor } = this;
    if (!editor) return;
    const takeBack = editor.insert(writeQuotation(passage), at);
    notices.say(`Quoted in “${editor.title || "Untitled note"}”.`, {
      label: "Undo",
      run: takeBack,
    });
  }

  /** Where a quotation of a note leads; says so when it leads nowhere any more. */
  async follow(
    item: string,
    selectors: readonly Selector[],
  ): Promise<Route | undefined> {
    const found = await request("library/get-item", { id: item });
    if (!found.ok) {
      notices.trouble(failureSentence(found.failure));
      return undefined;
    }
    const { text, title } = found.value;
    const place = anchor(text, selectors);
    if (place.state === "orphan") {
      notices.say(
        `The quotation does not stand in “${title}” as it is quoted here. Its words may have been changed in the note or in the item.`,
      );
      return { screen: "reader", item };
    }
    const { start, end } = place;
    return { screen: "reader", item, target: { start, end } };
  }

  /** Moves the open note to the trash, with the way back in the same breath. */
  async remove(): Promise<void> {
    const { editor } = this;
    if (!editor) return;
    await editor.flush();
    const reply = await request("notes/remove", { id: editor.id });
    if (!reply.ok) return notices.trouble(failureSentence(reply.failure));
    const { trashed } = reply.value;
    this.editor = undefined;
    await this.refresh();
    notices.say(`“${editor.title || "Untitled note"}” is in the trash.`, {
      label: "Undo",
      run: () => void this.restore(trashed),
    });
  }

  async restore(trashed: string): Promise<void> {
    const reply = await request("notes/restore", { trashed });
    if (!reply.ok) return notices.trouble(failureSentence(reply.failure));
    this.#show(reply.value);
    await this.refresh();
  }

  #show(note: NoteDocument): void {
    this.isNew = false;
    this.editor = new NoteEditor(note);
  }
}

export const notesSession = new NotesSession();

const TITLE_WORDS = 8;

function titleFrom(exact: string): string {
  const words = exact.split(/\s+/u);
  return (
    words.slice(0, TITLE_WORDS).join(" ") +
    (words.length > TITLE_WORDS ? " …" : "")
  );
}
