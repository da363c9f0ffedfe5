import type { CatalogueEntry } from "#domain/library/catalogue-entry";
import { FacetTally, type Facets } from "#domain/library/facets";
import { makeFilter, type ItemFilter } from "#domain/library/filter-items";
import { IndexedItem, type LiveFields } from "#domain/library/indexed-item";
import { readStateOf, type ReadState } from "#domain/library/reading-position";
import {
  turnDownwards,
  type ItemSort,
  type SortColumn,
} from "#domain/library/sort-items";
import { SortedOrder } from "./sorted-order";
import { Turns } from "./turns";

/** So many filtered lists are kept, for scrolling through them. */
const KEPT_LISTS = 4;

/** Columns in which hardly two items are equal: their titles need not be known. */
const HAS_FEW_TIES: ReadonlySet<SortColumn> = new Set([
  "title",
  "order",
  "added",
]);

/** Everything that is listed, in memory, with its orders and counts. Knows nothing of files. */
export class CatalogueIndex {
  readonly #items = new Map<string, IndexedItem>();
  readonly #tally = new FacetTally();
  readonly #states: Record<ReadState, number> = {
    unread: 0,
    reading: 0,
    read: 0,
  };
  readonly #orders = new Map<SortColumn, SortedOrder>();
  readonly #lists = new Map<string, readonly IndexedItem[]>();
  #version = 0;

  get size(): number {
    return this.#items.size;
  }

  /** Raised by every change. */
  get version(): number {
    return this.#version;
  }

  get states(): Readonly<Record<ReadState, number>> {
    return this.#states;
  }

  facets(): Facets {
    return this.#tally.facets();
  }

  has(id: string): boolean {
    return this.#items.has(id);
  }

  find(id: string): CatalogueEntry | undefined {
    return this.#items.get(id)?.entry;
  }

  *entries(): Iterable<CatalogueEntry> {
    for (const { entry } of this.#items.values()) yield entry;
  }

  /** Takes items in, or their new state. */
  put(entries: readonly CatalogueEntry[]): void {
    this.#replace(entries.map((entry) => [entry.id, new IndexedItem(entry)]));
  }

  /** What was read, noted or studied of items that are there. */
  putLive(changes: readonly (readonly [id: string, live: LiveFields])[]): void {
    this.#replace(
      changes.flatMap(([id, live]) => {
        const item = this.#items.get(id);
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
  ): Promise<readonly IndexedItem[]> {
    const key = JSON.stringify([filter, sort]);
    const known = this.#lists.get(key);
    if (known) return known;
    const version = this.#version;
    const passes = makeFilter(filter, members);
    const passing =
      filter.collection !== undefined && sort.by === "order"
        ? this.#inReadingOrder(members, sort.isDescending).filter(passes)
        : await filterInTurns(await this.#inOrder(sort), passes);
    if (this.#version === version) this.#keepList(key, passing);
    return passing;
  }

  /** Computes what filters and the commonest orders need, before anybody waits for it. */
  async warm(isUnwanted: () => boolean): Promise<void> {
    const turns = new Turns();
    for (const item of [...this.#items.values()]) {
      void item.words;
      void item.years;
      if (turns.isOver()) await turns.next();
      if (isUnwanted()) return;
    }
    for (const by of ["title", "creator", "date"] as const)
      await this.#inOrder({ by, isDescending: false });
  }

  /** The members of a collection changed: lists of it are made anew. */
  forgetLists(): void {
    this.#version += 1;
    this.#lists.clear();
  }

  #inReadingOrder(
    members: ReadonlySet<string>,
    isDescending: boolean,
  ): readonly IndexedItem[] {
    const items = [...members]
      .map((id) => this.#items.get(id))
      .filter((item) => item !== undefined);
    return isDescending ? items.reverse() : items;
  }

  async #inOrder({
    by,
    isDescending,
  }: ItemSort): Promise<readonly IndexedItem[]> {
    const upwards = await this.#orderBy(by).items();
    return isDescending ? turnDownwards(upwards, by) : upwards;
  }

  #orderBy(by: SortColumn): SortedOrder {
    const known = this.#orders.get(by);
    if (known) return known;
    const order = new SortedOrder(by, {
      find: (id) => this.#items.get(id),
      all: () => this.#items.values(),
      ...(HAS_FEW_TIES.has(by)
        ? {}
        : { byTitle: () => this.#orderBy("title").items() }),
    });
    this.#orders.set(by, order);
    return order;
  }

  #keepList(key: string, items: readonly IndexedItem[]): void {
    this.#lists.set(key, items);
    const [oldest] = this.#lists.keys();
    if (this.#lists.size > KEPT_LISTS && oldest !== undefined)
      this.#lists.delete(oldest);
  }

  #replace(
    changes: readonly (readonly [id: string, item: IndexedItem | undefined])[],
  ): void {
    if (changes.length === 0) return;
    for (const [id, item] of changes) {
      const before = this.#items.get(id);
      if (before) this.#count(before, -1);
      if (item) {
        this.#count(item, 1);
        this.#items.set(id, item);
      } else this.#items.delete(id);
    }
    for (const order of this.#orders.values())
      order.mark(changes.map(([id]) => id));
    this.forgetLists();
  }

  #count(item: IndexedItem, step: 1 | -1): void {
    if (step === 1) this.#tally.add(item);
    else this.#tally.remove(item);
    this.#states[readStateOf(item.entry.position)] += step;
  }
}

async function filterInTurns(
  items: readonly IndexedItem[],
  passes: (item: IndexedItem) => boolean,
): Promise<readonly IndexedItem[]> {
  const turns = new Turns();
  const passing: IndexedItem[] = [];
  for (const item of items) {
    if (passes(item)) passing.push(item);
    if (turns.isOver()) await turns.next();
  }
  return passing;
}
