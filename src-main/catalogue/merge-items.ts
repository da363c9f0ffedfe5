import {
  addCorrections,
  applyChanges,
  invertChanges,
  type CorrectableMetadata,
  type ItemChanges,
} from "#domain/library/item-changes";
import { mergeMetadata } from "#domain/library/merge-metadata";
import { fail, type Result } from "#domain/result";
import type { Catalogue, UserCatalogue } from "./catalogue";
import { correctItem } from "./edit-items";
import { readMerge, writeMerge, type MergeRecord } from "./merge-record";
import { runAll } from "./run-all";

/**
 * Merges items into one: it takes over their tags and fills its gaps from them, they go to the trash, and their ids lead
 * to it: in notes, evidence and collections, none of which is touched. Returns the token that undoes it. A crash between
 * the two steps leaves the others where they are, each standing for itself. Failures: `not-found`, `bad-request` (a
 * bundled item would have to go), `read-failed`, `write-failed`.
 */
export async function mergeItems(
  catalogue: Catalogue,
  user: UserCatalogue,
  {
    keep: wanted,
    others: all,
  }: { readonly keep: string; readonly others: readonly string[] },
  now: number,
): Promise<Result<string>> {
  const keep = catalogue.keptFor(wanted);
  const others = [...new Set(all)].filter((id) => id !== keep);
  const kept = fieldsOf(catalogue, user, keep);
  if (!kept) return fail({ code: "not-found", kind: "item", id: wanted });
  for (const id of others) {
    if (catalogue.isBundled(id))
      return fail({
        code: "bad-request",
        detail: `${id} is bundled and can only be the one that is kept`,
      });
    if (!user.items.has(id))
      return fail({ code: "not-found", kind: "item", id });
  }
  const entries = others
    .map((id) => user.items.findEntry(id))
    .filter((entry) => entry !== undefined);
  const changes = mergeMetadata(
    kept,
    entries.map(({ fields }) => fields),
  );
  const record: MergeRecord = {
    keep,
    others,
    changes,
    inverse: invertChanges(kept, changes),
    mergedFrom: [
      ...new Set(
        entries.flatMap(({ id, mergedFrom = [] }) => [id, ...mergedFrom]),
      ),
    ],
  };
  const undo = await writeMerge(user.path, record, now);
  if (!undo.ok) return undo;
  const merged = await takeOver(catalogue, user, record, now);
  if (!merged.ok) return merged;
  const removed = await runAll(
    others,
    (id) => user.items.remove(id, now),
    (trashed) => Promise.all(trashed.map((each) => user.items.restore(each))),
  );
  if (removed.ok) return undo;
  await giveBack(catalogue, user, record, now);
  return removed;
}

/** Undoes a merge, as far as nothing else changed it since. Failures: `not-found`, `read-failed`, `write-failed`. */
export async function undoMerge(
  catalogue: Catalogue,
  user: UserCatalogue,
  undo: string,
  now: number,
): Promise<Result<null>> {
  const record = await readMerge(user.path, undo);
  if (!record.ok) return record;
  for (const id of record.value.others) {
    if (user.items.has(id)) continue;
    const trashed = await user.items.trash.find(id);
    if (trashed === undefined)
      return fail({ code: "not-found", kind: "item", id });
    const restored = await user.items.restore(trashed);
    if (!restored.ok) return restored;
  }
  return giveBack(catalogue, user, record.value, now);
}

function takeOver(
  catalogue: Catalogue,
  user: UserCatalogue,
  { keep, changes, mergedFrom }: MergeRecord,
  now: number,
): Promise<Result<null>> {
  return correctItem(
    catalogue,
    user,
    keep,
    (before, source) => ({
      corrections: addCorrections(source, before.corrections, changes),
      mergedFrom: [...new Set([...before.mergedFrom, ...mergedFrom])],
    }),
    now,
  );
}

function giveBack(
  catalogue: Catalogue,
  user: UserCatalogue,
  { keep, changes, inverse, mergedFrom }: MergeRecord,
  now: number,
): Promise<Result<null>> {
  return correctItem(
    catalogue,
    user,
    keep,
    ({ corrections, mergedFrom: all }, source) => {
      const present = applyChanges(source, corrections);
      const untouched = Object.entries(inverse).filter(([field]) =>
        isSame(
          present[field as keyof ItemChanges],
          changes[field as keyof ItemChanges],
        ),
      );
      return {
        corrections: addCorrections(
          source,
          corrections,
          Object.fromEntries(untouched),
        ),
        mergedFrom: all.filter((id) => !mergedFrom.includes(id)),
      };
    },
    now,
  );
}

function fieldsOf(
  { options: { bundled } }: Catalogue,
  user: UserCatalogue,
  id: string,
): CorrectableMetadata | undefined {
  const item = bundled.find(id);
  return item
    ? applyChanges<CorrectableMetadata>(
        item.metadata,
        user.corrections.find(id)?.corrections ?? {},
      )
    : user.items.findEntry(id)?.fields;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
