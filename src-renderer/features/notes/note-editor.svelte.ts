import type { NoteDocument } from "#bridge/contract/notes";
import type { Failure } from "#domain/failure";
import { request } from "../../app/bridge";
import { failureSentence } from "../../app/failure-words";
import { notices } from "../../app/notices.svelte";

const DRAFT_AFTER_MS = 250;
const SAVE_AFTER_MS = 1_000;

/** One note being written: typing goes to the draft journal at once and to the file when the hand rests. */
export class NoteEditor {
  readonly id: string;
  title = $state("");
  tags = $state("");
  body = $state("");
  document = $state.raw<NoteDocument>() as NoteDocument;
  isRecovered = $state(false);
  isSaving = $state(false);
  failure = $state.raw<Failure | undefined>();
  /** Where the caret is in the body, or was last; `undefined` before anybody put it anywhere. */
  caret: number | undefined;
  #edits = $state(0);
  #savedEdits = $state(0);
  #draftTimer: number | undefined;
  #saveTimer: number | undefined;
  #saving: Promise<void> = Promise.resolve();

  readonly isDirty = $derived(this.#edits !== this.#savedEdits);
  readonly status = $derived(
    this.failure
      ? "Not saved"
      : this.isSaving
        ? "Saving"
        : this.isDirty
          ? "Not saved yet"
          : "Saved",
  );

  constructor(note: NoteDocument) {
    this.id = note.id;
    this.#take(note);
    if (note.isRecovered) this.#edits = 1;
  }

  /** Something was typed. */
  touch(): void {
    this.#edits += 1;
    this.#draftTimer ??= window.setTimeout(
      () => this.#keepDraft(),
      DRAFT_AFTER_MS,
    );
    window.clearTimeout(this.#saveTimer);
    this.#saveTimer = window.setTimeout(() => void this.flush(), SAVE_AFTER_MS);
  }

  /** Puts a block of Markdown at a place of the body, else at the caret, else at the end. Gives back how to take it out. */
  insert(markdown: string, at = this.caret): () => void {
    const before = this.body;
    const place = Math.min(at ?? before.length, before.length);
    const head = before.slice(0, place);
    const gap =
      head === "" || head.endsWith("\n\n")
        ? ""
        : head.endsWith("\n")
          ? "\n"
          : "\n\n";
    const block = gap + markdown;
    this.body = head + block + before.slice(place);
    this.caret = place + block.length;
    this.touch();
    return () => {
      if (!this.body.includes(block)) return;
      this.body = this.body.replace(block, () => "");
      this.caret = place;
      this.touch();
    };
  }

  /** Saves what is typed; resolves when it is on the disk or the reason why not is shown. */
  flush(): Promise<void> {
    this.#clearTimers();
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  /** Hands unsaved typing to the journal at once: the window is going. */
  leave(): void {
    if (this.isDirty) this.#keepDraft();
  }

  /** Gives up recovered typing and goes back to what the file says. */
  async discardRecovered(): Promise<void> {
    this.#clearTimers();
    const reply = await request("notes/discard-draft", { id: this.id });
    if (!reply.ok) return notices.trouble(failureSentence(reply.failure));
    this.#take(reply.value);
    this.#savedEdits = this.#edits;
  }

  #take(note: NoteDocument): void {
    this.document = note;
    this.title = note.title;
    this.tags = note.tags.join(", ");
    this.body = note.body;
    this.isRecovered = note.isRecovered;
  }

  async #save(): Promise<void> {
    if (!this.isDirty) return;
    const edits = this.#edits;
    this.isSaving = true;
    const reply = await request("notes/save", this.#edit());
    this.isSaving = false;
    if (!reply.ok) {
      this.failure = reply.failure;
      return;
    }
    this.failure = undefined;
    this.isRecovered = false;
    this.#savedEdits = edits;
    this.document = reply.value.note;
    if (reply.value.conflictPath) {
      notices.trouble(
        `This note had been changed elsewhere. Yours is kept here; the other version is beside it: ${reply.value.conflictPath}`,
      );
    }
  }

  #keepDraft(): void {
    this.#draftTimer = undefined;
    void request("notes/save-draft", this.#edit());
  }

  #clearTimers(): void {
    window.clearTimeout(this.#draftTimer);
    window.clearTimeout(this.#saveTimer);
    this.#draftTimer = undefined;
  }

  #edit() {
    const tags = this.tags
      .split(",")
      .map((tag) => tag.trim().replace(/^#/u, ""))
      .filter((tag, index, all) => tag !== "" && all.indexOf(tag) === index);
    return {
      id: this.id,
      base: this.document.revision,
      title: this.title.trim() === "" ? "Untitled note" : this.title,
      tags,
      body: this.body,
    };
  }
}
