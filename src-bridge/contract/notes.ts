import type { Note } from "#domain/notes/note";
import type { Anchor } from "#domain/text/selectors";
import * as v from "valibot";
import { request } from "./define";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const body = v.pipe(v.string(), v.maxLength(5_000_000));
const title = v.pipe(v.string(), v.maxLength(500));
const tags = v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100)));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The user's own notes. */
export const notes = {
  "notes/list": request(v.strictObject({})).returns<readonly NoteSummary[]>(),
  "notes/get": request(v.strictObject({ id })).returns<NoteDocument>(),
  /** Makes a note file; with `passage` it carries the selectors of that range of the item's canonical text. */
  "notes/create": request(
    v.strictObject({
      title: v.optional(title),
      body,
      passage: v.optional(
        v.strictObject({ item: id, start: offset, end: offset }),
      ),
    }),
  ).returns<NoteDocument>(),
  /**
   * Replaces a note's title, tags and body. `base` is the revision the edit began from; when the file was changed
   * elsewhere since, ours is kept and theirs written beside it, and the reply says so.
   */
  "notes/save": request(
    v.strictObject({ id, base: v.string(), title, tags, body }),
  ).returns<NoteSaved>(),
  /** Keeps unsaved typing safe in the journal, until the next save of the note. */
  "notes/save-draft": request(
    v.strictObject({ id, base: v.string(), title, tags, body }),
  ).returns<null>(),
  /** Gives unsaved typing up; the reply is the note as its file says. */
  "notes/discard-draft": request(
    v.strictObject({ id }),
  ).returns<NoteDocument>(),
  /** Moves the note to the trash; the reply's token brings it back. */
  "notes/remove": request(v.strictObject({ id })).returns<{
    readonly trashed: string;
  }>(),
  "notes/restore": request(
    v.strictObject({ trashed: v.string() }),
  ).returns<NoteDocument>(),
  /** Notes in the trash, newest first. */
  "notes/list-trash": request(v.strictObject({})).returns<
    readonly TrashedNote[]
  >(),
};

export interface NoteSummary extends Omit<Note, "body"> {
  /** The first line or two, without Markdown signs. */
  readonly excerpt: string;
}

export interface NoteDocument extends Note {
  /** Hash of the file as read: the base of the next save. */
  readonly revision: string;
  /** Where the note's passage stands now, with its item's title; absent on a free note. */
  readonly passage?: {
    readonly item: string;
    readonly itemTitle: string;
    readonly anchor: Anchor;
    readonly exact: string;
  };
  /** True when the text comes from the draft journal of a session that ended unexpectedly. */
  readonly isRecovered: boolean;
}

export interface NoteSaved {
  readonly note: NoteDocument;
  /** Path of the other side's version, when the file had been changed elsewhere. */
  readonly conflictPath?: string;
}

export interface TrashedNote {
  readonly trashed: string;
  readonly title: string;
  readonly removedAt: number;
}
