import type { CatalogueEntry } from "#domain/library/catalogue-entry";
import { FacetTally, type Facets } from "#domain/library/facets";
import { makeFilter, type ItemFilter } from "#domain/library/filter-items";
import { IndexedItem, type LiveFields } from "#domain/library/indexed-item";
import { readStateOf, type ReadState } from "#domain/library/reading-position";
import type { ItemSort, SortColumn } from "#domain/library/sort-items";
import { CatalogueList } from "./catalogue-list";
import { SortedOrder } from "./sorted-order";
import { eachInTurns, inSpareTurns } from "./turns";

/** So many filtered lists are kept, for scrolling through them. */
const KEPT_LISTS = 4;
/** Columns in which hardly two items are equal: their titles need not be known. */
const HAS_FEW_TIES: ReadonlySet<SortColumn> = new Set([
  "title",
  "order",
  "added",
]);

/** The orders that are made before anybody asks, the commonest first. */
const WARM = ["order", "title", "creator", "date", "added", "words"] as const;

/**
 * Everything that is listed, in memory, with its orders and counts. Knows nothing of files. Each item has a slot; a filter
 * goes through them as they lie in memory, and the orders are numbers of slots: going through a hundred thousand items in
 * an order of their own takes four times as long.
 */
export class CatalogueIndex {
  readonly #slots = new Map<string, number>();
  readonly #items: (IndexedItem | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #tally = new FacetTally();
  readonly #states: Record<ReadState, number> = {
    unread: 0,
    reading: 0,
    read: 0,
  };
  readonly #orders = new Map<SortColumn, SortedOrder>();
  readonly #lists = new Map<string, CatalogueList>();
  #version = 0;

  get size(): number {
    return this.#slots.size;
  }

  get states(): Readonly<Record<ReadState, number>> {
    return this.#states;
  }

  facets(): Facets {
    return this.#tally.facets();
  }

  has(id: string): boolean {
    return this.#slots.has(id);
  }

  find(id: string): CatalogueEntry | undefined {
    return this.#find(id)?.entry;
  }

  *entries(): Iterable<CatalogueEntry> {
    for (const item of this.#items) if (item) yield item.entry;
  }

  /** Takes items in, or their new state. */
  put(entries: readonly CatalogueEntry[]): void {
    this.#replace(entries.map((entry) => [entry.id, new IndexedItem(entry)]));
  }

  /** What was read, noted or studied of items that are there. */
  putLive(changes: readonly (readonly [id: string, live: LiveFields])[]): void {
    this.#replace(
      changes.flatMap(([id, live]) => {
        const item = this.#find(id);
        return item ? [[id, item.withLive(live)] as const] : [];
      }),
    );
  }

  remove(ids: readonly string[]): void {
    this.#replace(ids.map((id) => [id, undefined]));
  }

  /** The items that pass a filter, in order. `members` are those of the filter's collection, in its order. */
  async list(
    filter: ItemFilter,
    sort: ItemSort,
    members: ReadonlySet<string>,
  ): Promise<CatalogueList> {
    const key = JSON.stringify([filter, sort]);
    const known = this.#lists.get(key);
    if (known) return known;
    const version = this.#version;
    const ordered =
      filter.collection !== undefined && sort.by === "order"
        ? this.#inReadingOrder(members, sort.isDescending)
        : await this.#inOrder(sort);
    const passing = await this.#passing(makeFilter(filter, members));
    const list = new CatalogueList(
      ordered.filter((slot) => passing[slot] === 1),
      this.#items,
    );
    if (this.#version === version) this.#keepList(key, list);
    return list;
  }

  /** Computes what filters and the commonest orders need, before anybody waits for it. */
  async warm(isUnwanted: () => boolean): Promise<void> {
    const computeWords = (item: IndexedItem | undefined): void => {
      void item?.words;
      void item?.years;
    };
    await eachInTurns(this.#items, computeWords, inSpareTurns);
    for (const by of WARM)
      if (!isUnwanted()) await this.#orderBy(by).upwards(inSpareTurns);
  }

  /** The members of a collection changed: lists of it are made anew. */
  forgetLists(): void {
    this.#version += 1;
    this.#lists.clear();
  }

  #find(id: string): IndexedItem | undefined {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.#items[slot];
  }

  /** One for each slot whose item passes. */
  async #passing(passes: (item: IndexedItem) => boolean): Promise<Uint8Array> {
    const passing = new Uint8Array(this.#items.length);
    let slot = 0;
    await eachInTurns(this.#items, (item) => {
      if (item && passes(item)) passing[slot] = 1;
      slot += 1;
    });
    return passing;
  }

  #inReadingOrder(
    members: ReadonlySet<string>,
    isDescending: boolean,
  ): readonly number[] {
    const slots = [...members]
      .map((id) => this.#slots.get(id))
      .filter((slot) => slot !== undefined);
    return isDescending ? slots.reverse() : slots;
  }

  #inOrder({ by, isDescending }: ItemSort): Promise<readonly number[]> {
    const order = this.#orderBy(by);
    return isDescending ? order.downwards() : order.upwards();
  }

  #orderBy(by: SortColumn): SortedOrder {
    const known = this.#orders.get(by);
    if (known) return known;
    const order = new SortedOrder(by, {
      item: (slot) => this.#items[slot],
      items: () => this.#items,
      slots: () => [...this.#slots.values()],
      ...(HAS_FEW_TIES.has(by)
        ? {}
        : { byTitle: () => this.#orderBy("title").upwards() }),
    });
    this.#orders.set(by, order);
    return order;
  }

  #keepList(key: string, list: CatalogueList): void {
    this.#lists.set(key, list);
    const [oldest] = this.#lists.keys();
    if (this.#lists.size > KEPT_LISTS && oldest !== undefined)
      this.#lists.delete(oldest);
  }

  #replace(
    changes: readonly (readonly [id: string, item: IndexedItem | undefined])[],
  ): void {
    const changed: number[] = [];
    for (const [id, item] of changes) {
      const before = this.#find(id);
      if (before) this.#count(before, -1);
      if (item) this.#count(item, 1);
      const slot = item ? this.#slotFor(id) : this.#slots.get(id);
      if (slot === undefined) continue;
      changed.push(slot);
      this.#items[slot] = item;
      if (item) continue;
      this.#slots.delete(id);
      this.#free.push(slot);
    }
    if (changed.length === 0) return;
    for (const order of this.#orders.values()) order.mark(changed);
    this.forgetLists();
  }

  #slotFor(id: string): number {
    const known = this.#slots.get(id);
    if (known !== undefined) return known;
    const slot = this.#free.pop() ?? this.#items.length;
    this.#slots.set(id, slot);
    return slot;
  }

  #count(item: IndexedItem, step: 1 | -1): void {
    if (step === 1) this.#tally.add(item);
    else this.#tally.remove(item);
    this.#states[readStateOf(item.entry.position)] += step;
  }
}
