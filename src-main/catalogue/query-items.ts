import type { CatalogueRow, CatalogueRows } from "#bridge/contract/catalogue";
import type { CatalogueEntry } from "#domain/library/catalogue-entry";
import type { ItemFilter } from "#domain/library/filter-items";
import type { ItemSort } from "#domain/library/sort-items";
import type { Catalogue } from "./catalogue";

/** A stretch of the list that a filter and an order make. */
export async function queryItems(
  catalogue: Catalogue,
  filter: ItemFilter,
  sort: ItemSort,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<CatalogueRows> {
  const list = await listFiltered(catalogue, filter, sort);
  const rows = list.slice(from, count).map((entry) => rowOf(catalogue, entry));
  return { total: list.length, from, rows };
}

/** All ids of the list, in its order. */
export async function queryIds(
  catalogue: Catalogue,
  filter: ItemFilter,
  sort: ItemSort,
): Promise<string[]> {
  return (await listFiltered(catalogue, filter, sort)).ids();
}

/** An entry as a line of the list. */
export function rowOf(
  catalogue: Catalogue,
  { readingOrder, ...entry }: CatalogueEntry,
): CatalogueRow {
  return {
    ...entry,
    collection: catalogue.memberships().of(entry.id)[0] ?? "",
    isBundled: readingOrder !== undefined,
  };
}

async function listFiltered(
  catalogue: Catalogue,
  filter: ItemFilter,
  sort: ItemSort,
) {
  const index = await catalogue.index();
  const { collection } = filter;
  const members =
    collection === undefined
      ? new Set<string>()
      : catalogue.memberships().members(collection);
  return index.list(filter, sort, members);
}
