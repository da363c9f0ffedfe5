import type { IndexedItem } from "#domain/library/indexed-item";
import {
  compareKeyed,
  compareSortKeys,
  sortKeyOf,
  turnDownwards,
  type KeyedItem,
  type SortColumn,
  type SortKey,
} from "#domain/library/sort-items";
import { insertSorted, sortInTurns } from "./sort-in-turns";
import { eachInTurns, inTurns, type TakeTurns } from "./turns";

/** When more than every so-manieth item changed, all are sorted anew. */
const FEW = 16;

/** What an order is made of: items, each in a slot with a number. */
export interface OrderSource {
  item(slot: number): IndexedItem | undefined;
  /** All items by slot; some slots are empty. */
  items(): readonly (IndexedItem | undefined)[];
  /** All slots that hold an item. */
  slots(): readonly number[];
  /** The same as they stand by title, where it is worth to know. */
  byTitle?(): Promise<readonly number[]>;
}

/**
 * The slots of all items by one column. Made at first use; later only what changed is taken out and put in its new place.
 * Numbers instead of the items themselves, so that going through an order touches no item that is not asked for.
 */
export class SortedOrder {
  readonly #source: OrderSource;
  readonly #keyOf: (item: IndexedItem) => SortKey;
  #upwards: readonly number[] | undefined;
  #downwards: readonly number[] | undefined;
  #stale = new Set<number>();
  #settling: Promise<readonly number[]> | undefined;

  constructor(by: SortColumn, source: OrderSource) {
    this.#source = source;
    this.#keyOf = sortKeyOf(by);
  }

  /** Says that the items of these slots came, changed or went. */
  mark(slots: Iterable<number>): void {
    for (const slot of slots) this.#stale.add(slot);
  }

  /** The order as it stood when it was asked for, or later. Made in spare turns, it does not hold up what somebody waits for. */
  async upwards(takeTurns: TakeTurns = inTurns): Promise<readonly number[]> {
    // What is being made now may have begun before the last change.
    await this.#settling;
    if (this.#upwards && this.#stale.size === 0) return this.#upwards;
    this.#settling ??= this.#settle(takeTurns).finally(() => {
      this.#settling = undefined;
    });
    return this.#settling;
  }

  /** The same the other way, what is unknown still last. */
  async downwards(): Promise<readonly number[]> {
    const upwards = await this.upwards();
    if (this.#downwards && upwards === this.#upwards) return this.#downwards;
    const keys = await this.#keysBySlot();
    const downwards = turnDownwards(upwards, (slot) => keys[slot]);
    if (upwards === this.#upwards) this.#downwards = downwards;
    return downwards;
  }

  async #settle(takeTurns: TakeTurns): Promise<readonly number[]> {
    const before = this.#upwards;
    const isFew = before && this.#stale.size * FEW < before.length;
    const upwards = await (isFew
      ? this.#replace(before)
      : this.#sortAll(takeTurns));
    this.#downwards = undefined;
    return (this.#upwards = upwards);
  }

  async #sortAll(takeTurns: TakeTurns): Promise<readonly number[]> {
    const { byTitle } = this.#source;
    // What changes from here on is put in its place the next time.
    this.#stale = new Set();
    if (!byTitle) return this.#sort(this.#source.slots(), takeTurns);
    // Sorting keeps what is equal in its order: by title already, nothing but the column is left to compare.
    const slots = await byTitle();
    const keys = await this.#keysBySlot(takeTurns);
    const keyed = slots.map((slot) => ({ slot, key: keys[slot] }));
    return slotsOf(
      await sortInTurns(
        keyed,
        (a, b) => compareSortKeys(a.key, b.key),
        takeTurns,
      ),
    );
  }

  async #sort(
    slots: readonly number[],
    takeTurns: TakeTurns = inTurns,
  ): Promise<readonly number[]> {
    const keyed: (KeyedItem & { readonly slot: number })[] = [];
    const take = (slot: number): void => {
      const item = this.#source.item(slot);
      if (item) keyed.push({ slot, item, key: this.#keyOf(item) });
    };
    await eachInTurns(slots, take, takeTurns);
    return slotsOf(await sortInTurns(keyed, compareKeyed, takeTurns));
  }

  /** Looked up as the items lie in memory, which is much faster than in an order of their own. */
  async #keysBySlot(
    takeTurns: TakeTurns = inTurns,
  ): Promise<readonly SortKey[]> {
    const keys: SortKey[] = [];
    const take = (item: IndexedItem | undefined): void =>
      void keys.push(item && this.#keyOf(item));
    await eachInTurns(this.#source.items(), take, takeTurns);
    return keys;
  }

  async #replace(sorted: readonly number[]): Promise<readonly number[]> {
    const stale = new Set<number>();
    let added: readonly number[];
    do {
      for (const slot of this.#stale) stale.add(slot);
      this.#stale = new Set();
      added = await this.#sort([...stale]);
    } while (this.#stale.size > 0);
    // From here on nothing can change until all stand in their places.
    const kept = sorted.filter((slot) => !stale.has(slot));
    return insertSorted(kept, added, (a, b) => this.#compare(a, b));
  }

  #compare(a: number, b: number): number {
    const [left, right] = [this.#source.item(a), this.#source.item(b)];
    if (!left || !right) throw new Error("An order holds an empty slot");
    return compareKeyed(
      { item: left, key: this.#keyOf(left) },
      { item: right, key: this.#keyOf(right) },
    );
  }
}

function slotsOf(keyed: readonly { readonly slot: number }[]): number[] {
  return keyed.map(({ slot }) => slot);
}
