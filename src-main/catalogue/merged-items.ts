import type { ItemStore } from "../library/item-store";
import type { ItemSource } from "../library/library-item";
import type { CorrectionStore } from "./correction-store";

/** Where the ids of merged items lead: each kept item says which ones were merged into it. */
export class MergedItems {
  readonly #keptFor = new Map<string, string>();
  readonly #mergedInto = new Map<string, readonly string[]>();
  /** Items that something is merged into, or was at some time of this session. */
  readonly #everKept = new Set<string>();

  constructor(items: ItemStore, corrections: CorrectionStore) {
    for (const { id, mergedFrom } of items.entries())
      if (mergedFrom) this.#put(id, mergedFrom);
    for (const [id, { mergedFrom }] of corrections.entries())
      this.#put(id, mergedFrom);
    items.onChange((ids) => {
      for (const id of ids) this.#put(id, items.findEntry(id)?.mergedFrom);
    });
    corrections.onChange((id) =>
      this.#put(id, corrections.find(id)?.mergedFrom),
    );
  }

  /** Tells whether one of these items takes part in a merge, or did until it changed. */
  concerns(ids: readonly string[]): boolean {
    return ids.some((id) => this.#keptFor.has(id) || this.#everKept.has(id));
  }

  /** The item that an id was merged into, through any number of merges; the id itself where there is none. */
  keptFor(id: string): string {
    let kept = id;
    for (let steps = 0; steps < 100; steps += 1) {
      const next = this.#keptFor.get(kept);
      if (next === undefined) return kept;
      kept = next;
    }
    return kept;
  }

  #put(id: string, mergedFrom: readonly string[] = []): void {
    const before = this.#mergedInto.get(id) ?? [];
    if (mergedFrom.length + before.length === 0) return;
    this.#everKept.add(id);
    for (const merged of before)
      if (this.#keptFor.get(merged) === id) this.#keptFor.delete(merged);
    if (mergedFrom.length === 0) this.#mergedInto.delete(id);
    else this.#mergedInto.set(id, mergedFrom);
    for (const merged of mergedFrom) this.#keptFor.set(merged, id);
  }
}

/** The same items, found by the ids that were merged into them too. An item that is there stands for itself. */
export function withMerged(
  items: ItemSource,
  keptFor: (id: string) => string,
): ItemSource {
  return {
    find(id) {
      const item = items.find(id);
      if (item) return item;
      const kept = keptFor(id);
      return kept === id ? undefined : items.find(kept);
    },
    list: () => items.list(),
  };
}
