export type AddToCollection = (
  collection: string,
  items: readonly string[],
) => Promise<unknown>;

/** A collection is one file: it is written for so many items at once. */
const AT_ONCE = 200;

/** Gathers the items that are meant for collections, so that a thousand of them do not write a file a thousand times. */
export class Collecting {
  readonly #add: AddToCollection;
  #gathered = new Map<string, string[]>();

  constructor(add: AddToCollection) {
    this.#add = add;
  }

  async put(collection: string, item: string): Promise<void> {
    const items = this.#gathered.get(collection) ?? [];
    items.push(item);
    this.#gathered.set(collection, items);
    if (items.length >= AT_ONCE) await this.flush();
  }

  /** Writes what is gathered; called when there is a pause or an end. */
  async flush(): Promise<void> {
    const gathered = this.#gathered;
    this.#gathered = new Map();
    for (const [collection, items] of gathered)
      await this.#add(collection, items);
  }
}
