import type { ItemPatch } from "#bridge/contract/catalogue";
import {
  addCorrections,
  applyChanges,
  faultOf,
  invertChanges,
  type CorrectableMetadata,
  type ItemChanges,
} from "#domain/library/item-changes";
import { fail, ok, type Result } from "#domain/result";
import type { Catalogue, UserCatalogue } from "./catalogue";
import { runAll } from "./run-all";

/** What an item's own files say of it, and what the person made of that. */
export interface Corrected {
  readonly corrections: ItemChanges;
  readonly mergedFrom: readonly string[];
}

/**
 * Corrects items: all of them, or none where one fails. Returns the patches that take it back, in the order they must
 * be applied. Failures: `not-found`, `bad-request` (a date that is none), `read-failed`, `write-failed`.
 */
export async function editItems(
  catalogue: Catalogue,
  user: UserCatalogue,
  patches: readonly ItemPatch[],
  now: number,
): Promise<Result<readonly ItemPatch[]>> {
  for (const { id, changes } of patches) {
    const fault = faultOf(changes);
    if (fault) return fail({ code: "bad-request", detail: fault });
    const kept = catalogue.keptFor(id);
    if (!catalogue.isBundled(kept) && !user.items.has(kept))
      return fail({ code: "not-found", kind: "item", id });
  }
  const change = async ({
    id,
    changes,
  }: ItemPatch): Promise<Result<ItemPatch>> => {
    const kept = catalogue.keptFor(id);
    const inverse = await editItem(catalogue, user, kept, changes, now);
    if (!inverse.ok) return inverse;
    return ok({ id: kept, changes: inverse.value as ItemPatch["changes"] });
  };
  const done = await runAll(patches, change, async (inverse) => {
    for (const patch of inverse.toReversed()) await change(patch);
  });
  return done.ok ? ok(done.value.toReversed()) : done;
}

async function editItem(
  catalogue: Catalogue,
  user: UserCatalogue,
  id: string,
  changes: ItemChanges,
  now: number,
): Promise<Result<ItemChanges>> {
  let inverse: ItemChanges = {};
  const edited = await correctItem(
    catalogue,
    user,
    id,
    ({ corrections, mergedFrom }, source) => {
      const sound =
        changes.language === "" ? { ...changes, language: "und" } : changes;
      inverse = invertChanges(applyChanges(source, corrections), sound);
      return {
        corrections: addCorrections(source, corrections, sound),
        mergedFrom,
      };
    },
    now,
  );
  return edited.ok ? ok(inverse) : edited;
}

/** Changes what a person made of one item, bundled or imported. Failures: `not-found`, `read-failed`, `write-failed`. */
export async function correctItem(
  catalogue: Catalogue,
  user: UserCatalogue,
  id: string,
  change: (before: Corrected, source: CorrectableMetadata) => Corrected,
  now: number,
): Promise<Result<null>> {
  const bundled = catalogue.options.bundled.find(id);
  const edited = bundled
    ? await user.corrections.edit(
        id,
        (before) => change(before, bundled.metadata),
        now,
      )
    : await user.items.edit(
        id,
        ({ read, corrections, mergedFrom = [] }) => {
          const before = {
            corrections: corrections as ItemChanges,
            mergedFrom,
          };
          const after = change(before, read);
          const isCorrected = Object.keys(after.corrections).length > 0;
          return {
            corrections: isCorrected ? after.corrections : undefined,
            mergedFrom:
              after.mergedFrom.length > 0 ? after.mergedFrom : undefined,
          };
        },
        now,
      );
  return edited.ok ? ok(null) : edited;
}
