import type {
  NoteDocument,
  NoteSaved,
  NoteSummary,
  TrashedNote,
} from "#bridge/contract/notes";
import { selectorsOfNote, type NoteTarget } from "#domain/notes/note";
import { fail, ok, type Result } from "#domain/result";
import { anchor, describe } from "#domain/text/anchor";
import type { TextRange } from "#domain/text/blocks";
import { describeByLetters } from "#domain/text/letter-position";
import { keptLetterSums } from "../library/kept-letter-sums";
import type { ItemSource } from "../library/library-item";
import type { Draft, DraftJournal } from "./draft-journal";
import type { NoteFile } from "./note-file";
import type { NoteEdit, NoteStore } from "./note-store";

const EXCERPT_LENGTH = 140;

export interface NotesContext {
  readonly store: NoteStore;
  readonly drafts: DraftJournal;
  readonly items: Pick<ItemSource, "find">;
}

/** All notes, newest first, each with its first words. */
export async function listNotes({
  store,
}: NotesContext): Promise<NoteSummary[]> {
  // Loaded when there is a list to make, not with the program.
  const { parseMarkdown } = await import("#domain/text/parse-markdown");
  return (await store.scan()).map(({ note: { body, ...rest } }) => ({
    ...rest,
    excerpt: excerptOf(parseMarkdown(body.slice(0, 2_000)).text),
  }));
}

/** A note as it stands, with unsaved typing of a session that ended unexpectedly. Failure: `not-found`. */
export async function getNote(
  context: NotesContext,
  id: string,
): Promise<Result<NoteDocument>> {
  const file = await context.store.get(id);
  if (!file.ok) return file;
  const draft = await context.drafts.find(id);
  return ok(await documentOf(context, file.value, draft));
}

/** Makes a note, on a passage when one is given. Failures: `not-found` (item), `bad-request` (range), `write-failed`. */
export async function createNote(
  context: NotesContext,
  edit: NoteEdit,
  passage: ({ readonly item: string } & TextRange) | undefined,
  now: number,
): Promise<Result<NoteDocument>> {
  const target = passage ? await targetOf(context, passage) : ok(undefined);
  if (!target.ok) return target;
  const made = await context.store.create(edit, target.value, now);
  return made.ok ? ok(await documentOf(context, made.value)) : made;
}

/** Saves a note and forgets its draft. Failures: `not-found`, `write-failed`. */
export async function saveNote(
  context: NotesContext,
  edit: NoteEdit & { readonly id: string; readonly base: string },
  now: number,
): Promise<Result<NoteSaved>> {
  const saved = await context.store.save(edit.id, edit.base, edit, now);
  if (!saved.ok) return saved;
  await context.drafts.drop(edit.id);
  const { file, conflictPath } = saved.value;
  return ok({
    note: await documentOf(context, file),
    ...(conflictPath === undefined ? {} : { conflictPath }),
  });
}

/** Brings a note back from the trash. Failures: `not-found`, `write-failed`. */
export async function restoreNote(
  context: NotesContext,
  trashed: string,
): Promise<Result<NoteDocument>> {
  const restored = await context.store.restore(trashed);
  return restored.ok ? ok(await documentOf(context, restored.value)) : restored;
}

/** Notes in the trash, newest first. */
export async function listTrashedNotes({
  store,
}: NotesContext): Promise<TrashedNote[]> {
  return store.listTrash();
}

async function targetOf(
  { items }: NotesContext,
  passage: { readonly item: string } & TextRange,
): Promise<Result<NoteTarget>> {
  const item = items.find(passage.item);
  if (!item) return fail({ code: "not-found", kind: "item", id: passage.item });
  const structured = await item.structured();
  if (!structured.ok) return structured;
  const { text } = structured.value;
  if (
    passage.start < 0 ||
    passage.start >= passage.end ||
    passage.end > text.length
  ) {
    return fail({
      code: "bad-request",
      detail: `no passage ${passage.start}-${passage.end} in ${passage.item}`,
    });
  }
  return ok({
    item: passage.item,
    selector: describe(text, passage),
    position: describeByLetters(keptLetterSums(structured.value), passage),
  });
}

async function documentOf(
  { items }: NotesContext,
  { note, revision }: NoteFile,
  draft?: Draft,
): Promise<NoteDocument> {
  const isRecovered =
    draft !== undefined &&
    (draft.body !== note.body ||
      draft.title !== note.title ||
      String(draft.tags) !== String(note.tags));
  const shown = isRecovered
    ? { ...note, title: draft.title, tags: draft.tags, body: draft.body }
    : note;
  const passage = await passageOf(items, note.target);
  return { ...shown, revision, isRecovered, ...(passage ? { passage } : {}) };
}

async function passageOf(
  items: NotesContext["items"],
  target: NoteTarget | undefined,
): Promise<NoteDocument["passage"]> {
  if (!target) return undefined;
  const item = items.find(target.item);
  const structured = await item?.structured();
  const quote = target.selector.find(
    (selector) => selector.type === "TextQuoteSelector",
  );
  return {
    item: target.item,
    itemTitle: item?.metadata.title ?? target.item,
    anchor: structured?.ok
      ? anchor(structured.value.text, selectorsOfNote(target))
      : { state: "orphan" },
    exact: quote?.exact ?? "",
  };
}

function excerptOf(text: string): string {
  const plain = text.replace(/\s+/gu, " ").trim();
  return plain.length > EXCERPT_LENGTH
    ? `${plain.slice(0, EXCERPT_LENGTH - 1).trimEnd()}…`
    : plain;
}
