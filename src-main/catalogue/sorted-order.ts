import type { IndexedItem } from "#domain/library/indexed-item";
import {
  compareKeyed,
  compareSortKeys,
  sortKeyOf,
  type KeyedItem,
  type SortColumn,
} from "#domain/library/sort-items";
import { mergeInTurns, sortInTurns } from "./sort-in-turns";
import { Turns } from "./turns";

/** What an order is made of. */
export interface OrderSource {
  find(id: string): IndexedItem | undefined;
  /** All items as they stand by title, where that is known or worth to be. */
  byTitle?(): Promise<readonly IndexedItem[]>;
  all(): Iterable<IndexedItem>;
}

/** All items by one column, upwards. Made at first use; later only what changed is taken out and put in its new place. */
export class SortedOrder {
  readonly #source: OrderSource;
  readonly #keyed: (item: IndexedItem) => KeyedItem;
  #sorted: readonly IndexedItem[] | undefined;
  #stale = new Set<string>();
  #settling: Promise<readonly IndexedItem[]> | undefined;

  constructor(by: SortColumn, source: OrderSource) {
    this.#source = source;
    const keyOf = sortKeyOf(by);
    this.#keyed = (item) => ({ item, key: keyOf(item) });
  }

  /** Says that items came, changed or went. */
  mark(ids: Iterable<string>): void {
    for (const id of ids) this.#stale.add(id);
  }

  /** The items in order, as they stood when it was asked or later. */
  async items(): Promise<readonly IndexedItem[]> {
    // What is being made now may have begun before the last change.
    await this.#settling;
    if (this.#sorted && this.#stale.size === 0) return this.#sorted;
    this.#settling ??= this.#settle().finally(() => {
      this.#settling = undefined;
    });
    return this.#settling;
  }

  async #settle(): Promise<readonly IndexedItem[]> {
    const before = this.#sorted;
    const isFew = before && this.#stale.size < before.length / 2;
    this.#sorted = await (isFew ? this.#replace(before) : this.#sortAll());
    return this.#sorted;
  }

  async #sortAll(): Promise<readonly IndexedItem[]> {
    const { byTitle } = this.#source;
    // What changes from here on is put in its place the next time.
    this.#stale = new Set();
    if (!byTitle) return this.#sort([...this.#source.all()], compareKeyed);
    // Sorting keeps what is equal in its order: by title already, nothing but the column is left to compare.
    return this.#sort(await byTitle(), (a, b) => compareSortKeys(a.key, b.key));
  }

  async #sort(
    items: readonly IndexedItem[],
    compare: (a: KeyedItem, b: KeyedItem) => number,
  ): Promise<readonly IndexedItem[]> {
    const turns = new Turns();
    const keyed: KeyedItem[] = [];
    for (const item of items) {
      keyed.push(this.#keyed(item));
      if (turns.isOver()) await turns.next();
    }
    return (await sortInTurns(keyed, compare)).map(({ item }) => item);
  }

  async #replace(
    sorted: readonly IndexedItem[],
  ): Promise<readonly IndexedItem[]> {
    const stale = this.#stale;
    this.#stale = new Set();
    const changed = [...stale]
      .map((id) => this.#source.find(id))
      .filter((item) => item !== undefined);
    const added = await this.#sort(changed, compareKeyed);
    const turns = new Turns();
    const kept: IndexedItem[] = [];
    for (const item of sorted) {
      if (!stale.has(item.entry.id)) kept.push(item);
      if (turns.isOver()) await turns.next();
    }
    const compare = (a: IndexedItem, b: IndexedItem): number =>
      compareKeyed(this.#keyed(a), this.#keyed(b));
    return mergeInTurns(kept, added, compare, turns);
  }
}
