import type { IndexedItem } from "#domain/library/indexed-item";
import {
  compareKeyed,
  keyedBy,
  type KeyedItem,
  type SortColumn,
} from "#domain/library/sort-items";
import { mergeInTurns, sortInTurns } from "./sort-in-turns";
import { Turns } from "./turns";

/** What an order is made of. */
export interface OrderSource {
  find(id: string): IndexedItem | undefined;
  all(): Iterable<IndexedItem>;
}

/** All items by one column, upwards. Made at first use; later only what changed is taken out and put in its new place. */
export class SortedOrder {
  readonly #source: OrderSource;
  readonly #keyed: (item: IndexedItem) => KeyedItem;
  #sorted: readonly KeyedItem[] | undefined;
  #stale = new Set<string>();
  #settling: Promise<readonly KeyedItem[]> | undefined;

  constructor(by: SortColumn, source: OrderSource) {
    this.#source = source;
    this.#keyed = keyedBy(by);
  }

  /** Says that items came, changed or went. */
  mark(ids: Iterable<string>): void {
    for (const id of ids) this.#stale.add(id);
  }

  /** The items in order, as they stood when it was asked or later. */
  async items(): Promise<readonly KeyedItem[]> {
    if (this.#sorted && this.#stale.size === 0) return this.#sorted;
    this.#settling ??= this.#settle().finally(() => {
      this.#settling = undefined;
    });
    return this.#settling;
  }

  async #settle(): Promise<readonly KeyedItem[]> {
    const stale = this.#stale;
    this.#stale = new Set();
    const before = this.#sorted;
    this.#sorted =
      before && stale.size < before.length / 2
        ? await this.#replace(before, stale)
        : await this.#sort(this.#source.all());
    return this.#sorted;
  }

  async #sort(items: Iterable<IndexedItem>): Promise<readonly KeyedItem[]> {
    const turns = new Turns();
    const keyed: KeyedItem[] = [];
    for (const item of [...items]) {
      keyed.push(this.#keyed(item));
      if (turns.isOver()) await turns.next();
    }
    return sortInTurns(keyed, compareKeyed);
  }

  async #replace(
    sorted: readonly KeyedItem[],
    stale: ReadonlySet<string>,
  ): Promise<readonly KeyedItem[]> {
    const changed = [...stale]
      .map((id) => this.#source.find(id))
      .filter((item) => item !== undefined);
    const added = await this.#sort(changed);
    const turns = new Turns();
    const kept: KeyedItem[] = [];
    for (const each of sorted) {
      if (!stale.has(each.item.entry.id)) kept.push(each);
      if (turns.isOver()) await turns.next();
    }
    return mergeInTurns(kept, added, compareKeyed, turns);
  }
}
