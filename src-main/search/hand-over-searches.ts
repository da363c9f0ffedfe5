import type { SavedSearch } from "#bridge/contract/search";
import * as v from "valibot";
import type { KeptSearches } from "./kept-searches";

const schema = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    text: v.string(),
    any: v.boolean(),
    aliases: v.boolean(),
  }),
);

/**
 * Brings searches into the library that were kept in the program's own folder, where they stood at first. Returns those
 * that could not be written.
 */
export async function handOverSearches(
  stored: unknown,
  kept: Pick<KeptSearches, "save">,
  now: number,
): Promise<readonly SavedSearch[]> {
  if (!v.is(schema, stored)) return [];
  const left: SavedSearch[] = [];
  for (const search of stored)
    if (!(await kept.save(search, now)).ok) left.push(search);
  return left;
}
