import type { TrashedItem } from "#bridge/contract/catalogue";
import { fail, ok, type Result } from "#domain/result";
import { stat } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { readMeta } from "../library/item-folders";
import { correctedFields } from "../library/item-record";
import type { Catalogue, UserCatalogue } from "./catalogue";
import { runAll } from "./run-all";

/**
 * Moves items with all their files to the trash: all of them, or none where one fails. Failures: `not-found`,
 * `bad-request` (a bundled item), `write-failed`.
 */
export async function removeItems(
  catalogue: Catalogue,
  { items }: UserCatalogue,
  ids: readonly string[],
  now: number,
): Promise<Result<readonly string[]>> {
  const wanted = [...new Set(ids)];
  for (const id of wanted) {
    if (catalogue.isBundled(id))
      return fail({
        code: "bad-request",
        detail: `${id} is bundled and cannot be removed`,
      });
    if (!items.has(id)) return fail({ code: "not-found", kind: "item", id });
  }
  return runAll(
    wanted,
    (id) => items.remove(id, now),
    (trashed) => Promise.all(trashed.map((each) => items.restore(each))),
  );
}

/**
 * Brings items back from the trash: all of them, or none where one fails. Failures: `not-found`, `item-exists`,
 * `write-failed`, `read-failed`.
 */
export async function restoreItems(
  { items }: UserCatalogue,
  trashed: readonly string[],
  now: number,
): Promise<Result<readonly string[]>> {
  for (const each of trashed) {
    const id = await items.trash.idOf(each);
    if (id === undefined)
      return fail({ code: "not-found", kind: "item", id: each });
    const title = items.findEntry(id)?.fields.title;
    if (title !== undefined) return fail({ code: "item-exists", id, title });
  }
  return runAll(
    [...new Set(trashed)],
    (each) => items.restore(each),
    (ids) => Promise.all(ids.map((id) => items.remove(id, now))),
  );
}

/** Items in the trash, newest first. One whose metadata cannot be read is listed under its id. */
export async function listTrashedItems({
  path,
  items,
}: UserCatalogue): Promise<TrashedItem[]> {
  const all = await items.trash.list();
  const listed = await runAll(
    all,
    async ([id, trashed]): Promise<Result<TrashedItem>> =>
      ok(await describeTrashed(path, id, trashed)),
    () => Promise.resolve(),
  );
  return listed.ok
    ? listed.value.toSorted((a, b) => b.removedAt - a.removedAt)
    : [];
}

async function describeTrashed(
  library: string,
  id: string,
  trashed: string,
): Promise<TrashedItem> {
  const folder = join(library, trashed);
  const [meta, removedAt] = await Promise.all([
    readMeta(dirname(folder), posix.basename(trashed)),
    stat(folder).then(
      ({ ctimeMs }) => ctimeMs,
      () => 0,
    ),
  ]);
  if (!meta.ok) return { trashed, id, title: id, removedAt };
  const { title, date } = correctedFields(meta.value.record);
  return {
    trashed,
    id,
    title,
    ...(date === undefined ? {} : { date }),
    removedAt,
  };
}
