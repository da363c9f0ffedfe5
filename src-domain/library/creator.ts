/** Who made an item. `name` is as written on it; the parts are there when they are known. */
export interface Creator {
  readonly name: string;
  readonly given?: string;
  readonly family?: string;
}

/** Creators as one reads them: `A`, `A and B`, `A, B and C`. */
export function listCreators(creators: readonly Creator[]): string {
  const names = creators.map(({ name }) => name);
  const last = names.pop();
  if (last === undefined) return "";
  return names.length === 0 ? last : `${names.join(", ")} and ${last}`;
}
