import type { ItemMetadata } from "#domain/library/item";
import type { ReadingPosition } from "#domain/library/reading-position";
import type {
  Block,
  ContentsEntry,
  PageStart,
  TextRange,
} from "#domain/text/blocks";
import type { CardForm } from "#domain/study/card";
import * as v from "valibot";
import { request } from "./define";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Collections, items and where one stands in them. */
export const library = {
  "library/get-item": request(v.strictObject({ id })).returns<ItemDocument>(),
  /** Reads a locked original again, whose parsed form is lost; the password is kept nowhere. */
  "library/unlock-item": request(
    v.strictObject({
      id,
      password: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
    }),
  ).returns<null>(),
  "library/save-reading-position": request(
    v.strictObject({ item: id, offset, within: share, seenUntil: share }),
  ).returns<ReadingPosition>(),
  /** Asks for another folder with the system's dialog and opens the library there; `undefined` when cancelled. */
  "library/choose-folder": request(v.strictObject({})).returns<{
    readonly path: string;
  } | null>(),
  /** Tries again to open the library folder, after a problem with it. */
  "library/reopen": request(v.strictObject({})).returns<null>(),
  "library/show-in-folder": request(
    v.strictObject({ path: v.optional(v.string()) }),
  ).returns<null>(),
};

export interface ItemSummary extends ItemMetadata {
  readonly collection: string;
  readonly words: number;
  readonly position?: ReadingPosition;
}

/** Something wrong that the person should know; nothing was thrown away. */
export interface LibraryProblem {
  readonly code:
    | "library-unwritable"
    | "library-newer"
    | "library-damaged"
    | "library-busy"
    | "note-unreadable"
    | "annotation-unreadable"
    | "kept-search-unreadable"
    | "record-unreadable"
    | "item-unreadable"
    | "collection-unreadable"
    | "log-line-quarantined"
    | "log-gap"
    | "corpus-damaged"
    | "draft-recovered"
    | "search-rebuilt";
  readonly path: string;
  readonly detail: string;
  /** How many of the kind, when they are counted together. */
  readonly count: number;
}

/** A passage of the item that a position, event, actor or issue rests on, anchored. */
export interface EvidenceMark extends TextRange {
  readonly kind: "position" | "event" | "actor" | "issue";
  readonly id: string;
}

/** An item with its text, ready to be shown. */
export interface ItemDocument extends ItemSummary {
  readonly text: string;
  readonly textVersion: number;
  readonly blocks: readonly Block[];
  /** Pages of the source, where it has any. */
  readonly pages?: readonly PageStart[];
  /** The source's own contents, where it gives any. */
  readonly contents?: readonly ContentsEntry[];
  readonly evidence: readonly EvidenceMark[];
  /** Notes written on passages of this item, anchored. */
  readonly notes: readonly NoteMark[];
  /** The person's own cards from passages of this item, anchored. */
  readonly cards: readonly CardMark[];
}

export interface CardMark extends TextRange {
  readonly id: string;
  readonly form: CardForm;
  readonly question: string;
}

export interface NoteMark extends TextRange {
  readonly id: string;
  readonly title: string;
}
