import type { CatalogueEntry } from "#domain/library/catalogue-entry";
import type { IndexedItem } from "#domain/library/indexed-item";

/** A filtered list in its order, as long as nothing changes. */
export class CatalogueList {
  readonly #slots: readonly number[];
  readonly #items: readonly (IndexedItem | undefined)[];

  constructor(
    slots: readonly number[],
    items: readonly (IndexedItem | undefined)[],
  ) {
    this.#slots = slots;
    this.#items = items;
  }

  get length(): number {
    return this.#slots.length;
  }

  /** A stretch of it. */
  slice(from: number, count: number): CatalogueEntry[] {
    return this.#slots
      .slice(from, from + count)
      .map((slot) => this.#items[slot]?.entry)
      .filter((entry) => entry !== undefined);
  }

  /** All ids. */
  ids(): string[] {
    return this.slice(0, this.length).map(({ id }) => id);
  }
}
