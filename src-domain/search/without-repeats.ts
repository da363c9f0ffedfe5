import type { HitGroup, HitList } from "./hit";

/**
 * The texts of an answer without actors and issues that stand among its names already and say nothing more: none of
 * their words but the name answers the query.
 */
export function withoutRepeats({
  names,
  groups,
}: Pick<HitList, "names" | "groups">): readonly HitGroup[] {
  const named = new Set(names.map(({ kind, id }) => `${kind}/${id}`));
  return groups.filter(
    ({ kind, id, hits }) =>
      (kind !== "actor" && kind !== "issue") ||
      !named.has(`${kind}/${id}`) ||
      hits.some(({ snippet }) => snippet.marks.length > 0),
  );
}
