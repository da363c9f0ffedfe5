export interface MemberChange {
  readonly items: readonly string[];
  /** What was not there before. */
  readonly added: readonly string[];
  /** What is not there any more. */
  readonly removed: readonly string[];
}

/**
 * Takes items out of a collection and puts others in. What comes in stands at the end, or where it stood in `before`,
 * an earlier order of the collection, so that undoing a removal puts everything in its place.
 */
export function changeMembers(
  items: readonly string[],
  {
    add,
    remove,
  }: { readonly add: readonly string[]; readonly remove: readonly string[] },
  before: readonly string[] = [],
): MemberChange {
  const present = new Set(items);
  const removed = new Set(remove.filter((id) => present.has(id)));
  const added = [...new Set(add)].filter(
    (id) => !present.has(id) && !removed.has(id),
  );
  const kept = items.filter((id) => !removed.has(id));
  const places = new Map(before.map((id, at) => [id, at] as const));
  const returning = added.filter((id) => places.has(id));
  return {
    items: [
      ...putBack(kept, returning, before, places),
      ...added.filter((id) => !places.has(id)),
    ],
    added,
    removed: [...removed],
  };
}

/** Each item that returns stands right behind the nearest of those that stood before it. */
function putBack(
  kept: readonly string[],
  returning: readonly string[],
  before: readonly string[],
  places: ReadonlyMap<string, number>,
): readonly string[] {
  if (returning.length === 0) return kept;
  const back = new Set(returning);
  const there = new Set(kept);
  const behind = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const id of before) {
    if (there.has(id)) anchor = id;
    else if (back.has(id))
      behind.set(anchor, [...(behind.get(anchor) ?? []), id]);
  }
  return [
    ...(behind.get(undefined) ?? []),
    ...kept.flatMap((id) =>
      places.has(id) ? [id, ...(behind.get(id) ?? [])] : [id],
    ),
  ];
}
