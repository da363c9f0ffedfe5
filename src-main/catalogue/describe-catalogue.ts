import type {
  CatalogueOverview,
  CollectionSummary,
} from "#bridge/contract/catalogue";
import type { Catalogue } from "./catalogue";

/** What there is: counts, collections and what can be filtered by. */
export async function describeCatalogue(
  catalogue: Catalogue,
): Promise<
  Pick<
    CatalogueOverview,
    "total" | "states" | "collections" | "facets" | "trashed"
  >
> {
  const index = await catalogue.index();
  const { bundledCollections, user } = catalogue.options;
  const memberships = catalogue.memberships();
  const countOf = (collection: string): number => {
    let count = 0;
    for (const id of memberships.members(collection))
      if (index.has(id)) count += 1;
    return count;
  };
  const bundled = bundledCollections.map(
    ({ id, title, description }): CollectionSummary => ({
      id,
      title,
      description,
      isBundled: true,
      count: countOf(id),
    }),
  );
  const own = (user?.collections.list() ?? []).map(
    ([id, { title }]): CollectionSummary => ({
      id,
      title,
      description: "",
      isBundled: false,
      count: countOf(id),
    }),
  );
  return {
    total: index.size,
    states: { ...index.states },
    collections: [...bundled, ...own],
    facets: index.facets(),
    trashed: (await user?.items.trash.list())?.length ?? 0,
  };
}
