/** Which items are in which collection, where merged items count as the one they were merged into. */
export class Memberships {
  readonly #members: ReadonlyMap<string, ReadonlySet<string>>;
  #collections: Map<string, readonly string[]> | undefined;

  constructor(
    collections: Iterable<readonly [id: string, items: readonly string[]]>,
    keptFor: (id: string) => string,
  ) {
    this.#members = new Map(
      [...collections].map(([id, items]) => [id, new Set(items.map(keptFor))]),
    );
  }

  /** The items of a collection in its order, also such as are not there. */
  members(collection: string): ReadonlySet<string> {
    return this.#members.get(collection) ?? new Set();
  }

  /** The collections an item is in. */
  of(item: string): readonly string[] {
    this.#collections ??= turnAround(this.#members);
    return this.#collections.get(item) ?? [];
  }
}

function turnAround(
  members: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, readonly string[]> {
  const collections = new Map<string, string[]>();
  for (const [collection, items] of members)
    for (const item of items) {
      const known = collections.get(item);
      if (known) known.push(collection);
      else collections.set(item, [collection]);
    }
  return collections;
}
