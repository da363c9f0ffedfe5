import { ok, type Result } from "#domain/result";
import type { Catalogue } from "../catalogue/catalogue";
import { getDetails } from "../catalogue/get-details";
import type { CitedItem } from "./citation-of-item";

/** An item as it is cited, with the user's corrections. Failures: `not-found`, `read-failed`. */
export async function findCited(
  catalogue: Catalogue,
  id: string,
): Promise<Result<CitedItem>> {
  const details = await getDetails(catalogue, id);
  if (!details.ok) return details;
  const { addedAt, ...item } = details.value;
  // A text of the web was seen when it came into the library.
  return ok({
    ...item,
    ...(addedAt === undefined ? {} : { accessedAt: addedAt }),
  });
}

/** Several items, in their order; the first that fails ends it. Failures: those of `findCited`. */
export async function listCited(
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<Result<readonly CitedItem[]>> {
  const items: CitedItem[] = [];
  for (const id of ids) {
    const item = await findCited(catalogue, id);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok(items);
}
