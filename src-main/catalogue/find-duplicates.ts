import type { DuplicateGroup } from "#bridge/contract/catalogue";
import { DuplicateFinder } from "#domain/library/find-duplicates";
import type { Catalogue } from "./catalogue";
import { rowOf } from "./query-items";
import { eachInTurns } from "./turns";

/** Items that seem to be the same work, in groups: bundled ones first, then the one that came first. */
export async function findDuplicates(
  catalogue: Catalogue,
): Promise<DuplicateGroup[]> {
  const index = await catalogue.index();
  const items = catalogue.options.user?.items;
  const finder = new DuplicateFinder();
  await eachInTurns([...index.entries()], (entry) => {
    finder.add({ entry, textHash: items?.findEntry(entry.id)?.textHash });
  });
  return finder.groups().map(({ reason, items: ids }) => ({
    reason,
    items: ids
      .map((id) => index.find(id))
      .filter((entry) => entry !== undefined)
      .sort((a, b) => (a.addedAt ?? 0) - (b.addedAt ?? 0))
      .map((entry) => rowOf(catalogue, entry)),
  }));
}
