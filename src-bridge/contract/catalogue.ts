import type { HistoricalDate } from "#domain/historical-date";
import type { Facet, Facets } from "#domain/library/facets";
import { ITEM_KINDS } from "#domain/library/item";
import type { ReadState } from "#domain/library/reading-position";
import { SORT_COLUMNS, type SortColumn } from "#domain/library/sort-items";
import * as v from "valibot";
import { request } from "./define";
import type { ItemSummary, LibraryProblem } from "./library";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const ids = v.pipe(v.array(id), v.maxLength(200_000));
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const words = v.array(word);
const year = v.pipe(v.number(), v.integer());

/** Which items are listed; every given part must hold. */
export const filterSchema = v.strictObject({
  collection: v.optional(id),
  kinds: v.optional(v.array(v.picklist(ITEM_KINDS))),
  languages: v.optional(words),
  tags: v.optional(words),
  /** A creator's name as given in the facets. */
  creator: v.optional(word),
  fromYear: v.optional(year),
  toYear: v.optional(year),
  readState: v.optional(v.picklist(["unread", "reading", "read"])),
  hasNotes: v.optional(v.boolean()),
  hasDueCards: v.optional(v.boolean()),
  /** Every word begins a word of the title, a creator's name or a tag; case and accents are ignored. */
  text: v.optional(v.pipe(v.string(), v.maxLength(500))),
});
export type LibraryFilter = v.InferOutput<typeof filterSchema>;

export { SORT_COLUMNS };
export type { Facet, Facets, SortColumn };
export const sortSchema = v.strictObject({
  by: v.picklist(SORT_COLUMNS),
  isDescending: v.boolean(),
});
export type LibrarySort = v.InferOutput<typeof sortSchema>;

const creator = v.strictObject({
  name: word,
  given: v.exactOptional(word),
  family: v.exactOptional(word),
});
const text = v.pipe(v.string(), v.maxLength(20_000));

/** What is to be changed of an item; what is not named stays. `null` empties a field that may be empty. */
export const changesSchema = v.strictObject({
  title: v.exactOptional(word),
  kind: v.exactOptional(v.picklist(ITEM_KINDS)),
  creators: v.exactOptional(v.array(creator)),
  /** EDTF: `2009`, `2009-09`, `2009-09-10`, `2009~`. */
  date: v.exactOptional(v.nullable(v.pipe(v.string(), v.maxLength(50)))),
  language: v.exactOptional(v.pipe(v.string(), v.maxLength(35))),
  publisher: v.exactOptional(v.nullable(word)),
  url: v.exactOptional(v.nullable(v.pipe(v.string(), v.maxLength(4_000)))),
  summary: v.exactOptional(text),
  tags: v.exactOptional(words),
});
export type ItemChanges = v.InferOutput<typeof changesSchema>;
const patch = v.strictObject({ id, changes: changesSchema });
export type ItemPatch = v.InferOutput<typeof patch>;

/** The catalogue of the library: listing, filtering, editing, collections, trash, duplicates. */
export const catalogue = {
  "library/overview": request(v.strictObject({})).returns<CatalogueOverview>(),
  /** A stretch of the list, for a virtual table: `count` rows from row `from`. */
  "library/query": request(
    v.strictObject({
      filter: filterSchema,
      /** Left out: the order that was chosen last. */
      sort: v.exactOptional(sortSchema),
      from: v.pipe(v.number(), v.integer(), v.minValue(0)),
      count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
    }),
  ).returns<CatalogueRows>(),
  /** All ids of a list in its order, for choosing a range or all. */
  "library/query-ids": request(
    v.strictObject({ filter: filterSchema, sort: sortSchema }),
  ).returns<readonly string[]>(),
  "library/details": request(v.strictObject({ id })).returns<ItemDetails>(),
  /**
   * Corrects metadata. Replies with the patches that take it back: undo is the same request with them. Bundled items
   * are corrected too: the corrections are kept in the library, beside the items.
   */
  "library/edit": request(
    v.strictObject({ patches: v.pipe(v.array(patch), v.maxLength(5_000)) }),
  ).returns<{ readonly inverse: readonly ItemPatch[] }>(),
  "library/create-collection": request(
    v.strictObject({ title: word }),
  ).returns<{ readonly id: string }>(),
  "library/rename-collection": request(
    v.strictObject({ id, title: word }),
  ).returns<{ readonly before: string }>(),
  /** Moves a collection to the trash; its items stay. */
  "library/remove-collection": request(v.strictObject({ id })).returns<{
    readonly trashed: string;
  }>(),
  "library/restore-collection": request(
    v.strictObject({ trashed: v.string() }),
  ).returns<null>(),
  /** Puts items into a collection and takes others out. Replies with what really changed; undo swaps the two. */
  "library/set-members": request(
    v.strictObject({ collection: id, add: ids, remove: ids }),
  ).returns<{
    readonly added: readonly string[];
    readonly removed: readonly string[];
  }>(),
  /** Moves items with all their files to the trash. Bundled items cannot be removed (`bad-request`). */
  "library/remove-items": request(v.strictObject({ ids })).returns<{
    readonly trashed: readonly string[];
  }>(),
  "library/restore-items": request(
    v.strictObject({ trashed: v.array(v.string()) }),
  ).returns<{ readonly ids: readonly string[] }>(),
  "library/list-trashed-items": request(v.strictObject({})).returns<
    readonly TrashedItem[]
  >(),
  /** Items that seem to be the same work: equal text, or equal folded title and creators. */
  "library/find-duplicates": request(v.strictObject({})).returns<
    readonly DuplicateGroup[]
  >(),
  /**
   * Merges items into one: tags and collections are united, gaps in the metadata filled, the others go to the trash and
   * their ids lead to the kept one, so that notes and evidence find it (anchored by their quotations).
   */
  "library/merge-items": request(
    v.strictObject({ keep: id, others: ids }),
  ).returns<{ readonly undo: string }>(),
  "library/undo-merge": request(
    v.strictObject({ undo: v.string() }),
  ).returns<null>(),
  /** Shows the original file in the system's file manager. */
  "library/show-original": request(v.strictObject({ id })).returns<null>(),
};

export interface CatalogueOverview {
  readonly path: string;
  /** False while nothing can be written; the reason is among the problems. */
  readonly isWritable: boolean;
  readonly total: number;
  readonly states: Readonly<Record<ReadState, number>>;
  readonly collections: readonly CollectionSummary[];
  readonly facets: Facets;
  readonly trashed: number;
  readonly problems: readonly LibraryProblem[];
}

export interface CollectionSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly isBundled: boolean;
  readonly count: number;
}

export interface CatalogueRows {
  readonly total: number;
  readonly from: number;
  readonly rows: readonly CatalogueRow[];
}

/** A line of the list. */
export interface CatalogueRow extends ItemSummary {
  readonly isBundled: boolean;
  readonly noteCount: number;
  readonly dueCount: number;
  /** When it came into the library, epoch milliseconds; absent for bundled items. */
  readonly addedAt?: number;
}

export interface ItemDetails extends CatalogueRow {
  readonly collections: readonly string[];
  readonly publisher?: string;
  readonly url?: string;
  readonly provenance?: Provenance;
  /** Fields of the source that the program has no place for. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Where an imported item came from. */
export interface Provenance {
  readonly fileName: string;
  readonly format: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly importedAt: number;
  readonly readerVersion: number;
  readonly warnings: readonly {
    readonly code: string;
    readonly detail: string;
  }[];
}

export interface TrashedItem {
  readonly trashed: string;
  readonly id: string;
  readonly title: string;
  readonly date?: HistoricalDate;
  readonly removedAt: number;
}

export interface DuplicateGroup {
  readonly reason: "text" | "title";
  readonly items: readonly CatalogueRow[];
}
