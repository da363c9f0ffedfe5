import type { SavedSearch } from "#bridge/contract/search";
import Store from "electron-store";
import * as v from "valibot";
import { handOverSearches } from "./hand-over-searches";
import type { KeptSearches } from "./kept-searches";

const MOST_RECENT = 30;

/** The last queries, in `<userData>/searches.json` through electron-store. */
export class SearchHistoryStore {
  readonly #store: Store<{ recent: string[]; saved: SavedSearch[] }>;

  constructor(userData: string) {
    this.#store = new Store<{ recent: string[]; saved: SavedSearch[] }>({
      cwd: userData,
      name: "searches",
      clearInvalidConfig: true,
      accessPropertiesByDotNotation: false,
      defaults: { recent: [], saved: [] },
    });
  }

  get recent(): readonly string[] {
    const { recent } = this.#store.store;
    return v.is(v.array(v.string()), recent) ? recent : [];
  }

  /** Brings kept searches into the library, once; what cannot be written there stays for the next time. */
  async handOver(kept: KeptSearches, now: number): Promise<void> {
    const { saved } = this.#store.store;
    if (Array.isArray(saved) && saved.length === 0) return;
    this.#store.set("saved", [...(await handOverSearches(saved, kept, now))]);
  }

  /** Puts a query at the head of the recent ones. */
  remember(text: string): void {
    const query = text.trim();
    if (query === "") return;
    const others = this.recent.filter((each) => each !== query);
    this.#store.set("recent", [query, ...others].slice(0, MOST_RECENT));
  }

  /** Forgets one recent query, or all. */
  forget(text: string | undefined): void {
    this.#store.set(
      "recent",
      text === undefined ? [] : this.recent.filter((each) => each !== text),
    );
  }
}
