import type { HitList, HitPreview, IndexState } from "#domain/search/hit";
import { LONGEST_QUERY } from "#domain/search/query";
import * as v from "valibot";
import { request } from "./define";

const text = v.pipe(v.string(), v.maxLength(LONGEST_QUERY));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200));

/** How a query is to be taken, besides its text. */
const options = {
  /** One word suffices instead of all. */
  any: v.exactOptional(v.boolean()),
  /** A word that names an actor finds all its aliases; on unless switched off. */
  aliases: v.exactOptional(v.boolean()),
};

/** A query that is kept under a name. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly any: boolean;
  readonly aliases: boolean;
}

/** What was searched before, newest first, and what is kept. */
export interface SearchHistory {
  readonly recent: readonly string[];
  readonly saved: readonly SavedSearch[];
}

/** Finding passages, notes, annotations, cards, what is known, and names. */
export const search = {
  /** `limit` counts groups. Failure: `search-unavailable`. */
  "search/query": request(
    v.strictObject({ text, limit, ...options }),
  ).returns<HitList>(),
  /** A hit of a query in full; `null` if it is gone. Failure: `search-unavailable`. */
  "search/preview": request(
    v.strictObject({
      text,
      ...options,
      hit: v.pipe(v.string(), v.maxLength(300)),
    }),
  ).returns<HitPreview | null>(),
  /** Passages and notes that share most of what is peculiar to one hit, the hit itself left out. Failure: `search-unavailable`. */
  "search/like": request(
    v.strictObject({ hit: v.pipe(v.string(), v.maxLength(300)), limit }),
  ).returns<HitList>(),
  /** Writes the hits (at most 1,000 groups) to a file the person chooses; `null` if they chose none. Failures: `search-unavailable`, `write-failed`. */
  "search/export": request(
    v.strictObject({
      text,
      ...options,
      format: v.picklist(["markdown", "csv"]),
    }),
  ).returns<{ readonly path: string; readonly hits: number } | null>(),
  /** How far the index is; `changes` with the subject `search` tell when it is worth asking again. */
  "search/state": request(v.strictObject({})).returns<IndexState>(),
  /** Stops building the index until it is resumed or the program starts again; what is indexed is found. */
  "search/pause": request(v.strictObject({})).returns<null>(),
  "search/resume": request(v.strictObject({})).returns<null>(),
  /** Throws the index away and builds it anew. */
  "search/rebuild": request(v.strictObject({})).returns<null>(),
  "search/history": request(v.strictObject({})).returns<SearchHistory>(),
  /** Puts a query that was followed to a hit at the head of the recent ones. */
  "search/remember": request(v.strictObject({ text })).returns<SearchHistory>(),
  /** Forgets one recent query, or all. */
  "search/forget": request(
    v.strictObject({ text: v.exactOptional(text) }),
  ).returns<SearchHistory>(),
  /** Keeps a query; with the `id` of a kept one, changes that. What was removed comes back by saving it again. */
  "search/save": request(
    v.strictObject({
      id: v.exactOptional(v.pipe(v.string(), v.maxLength(60))),
      name,
      text,
      any: v.boolean(),
      aliases: v.boolean(),
    }),
  ).returns<SearchHistory>(),
  "search/unsave": request(
    v.strictObject({ id: v.pipe(v.string(), v.maxLength(60)) }),
  ).returns<SearchHistory>(),
};
