import type { Failure } from "#domain/failure";
import { fail, type Result } from "#domain/result";
import type { Catalogue, UserCatalogue } from "./catalogue";

/** Failure of changing a collection that came with the program; `undefined` for one of the user. */
export function refuseBundled(
  catalogue: Catalogue,
  collection: string,
): Result<never> | undefined {
  const isBundled = catalogue.options.bundledCollections.some(
    ({ id }) => id === collection,
  );
  return isBundled
    ? fail({
        code: "bad-request",
        detail: `${collection} is bundled and cannot be changed`,
      } satisfies Failure)
    : undefined;
}

/**
 * Puts items into a collection and takes others out; returns what really changed. Failures: `not-found` (an item or the
 * collection), `bad-request` (a bundled collection), `read-failed`, `write-failed`.
 */
export async function setMembers(
  catalogue: Catalogue,
  user: UserCatalogue,
  {
    collection,
    add,
    remove,
  }: {
    readonly collection: string;
    readonly add: readonly string[];
    readonly remove: readonly string[];
  },
  now: number,
): Promise<
  Result<{
    readonly added: readonly string[];
    readonly removed: readonly string[];
  }>
> {
  const refused = refuseBundled(catalogue, collection);
  if (refused) return refused;
  const index = await catalogue.index();
  const unknown = add.find((id) => !index.has(catalogue.keptFor(id)));
  if (unknown !== undefined)
    return fail({ code: "not-found", kind: "item", id: unknown });
  const items = user.collections.find(collection)?.items ?? [];
  const present = catalogue.memberships().members(collection);
  // An item may stand in a collection under the id of another that was merged into it.
  const leaving = new Set(remove.map((id) => catalogue.keptFor(id)));
  return user.collections.setMembers(
    collection,
    {
      add: add.filter((id) => !present.has(catalogue.keptFor(id))),
      remove: items.filter((id) => leaving.has(catalogue.keptFor(id))),
    },
    now,
  );
}
