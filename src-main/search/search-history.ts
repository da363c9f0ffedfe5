import type { SavedSearch, SearchHistory } from "#bridge/contract/search";
import Store from "electron-store";
import { ulid } from "ulidx";
import * as v from "valibot";

const MOST_RECENT = 30;

const savedSchema = v.object({
  id: v.string(),
  name: v.string(),
  text: v.string(),
  any: v.boolean(),
  aliases: v.boolean(),
});

/** The last queries and the kept ones, in `<userData>/searches.json` through electron-store. */
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

  get(): SearchHistory {
    const { recent, saved } = this.#store.store;
    return {
      recent: v.is(v.array(v.string()), recent) ? recent : [],
      saved: v.is(v.array(savedSchema), saved) ? saved : [],
    };
  }

  /** Puts a query at the head of the recent ones. */
  remember(text: string): SearchHistory {
    const query = text.trim();
    if (query === "") return this.get();
    const others = this.get().recent.filter((each) => each !== query);
    return this.#setRecent([query, ...others].slice(0, MOST_RECENT));
  }

  /** Forgets one recent query, or all. */
  forget(text: string | undefined): SearchHistory {
    const { recent } = this.get();
    return this.#setRecent(
      text === undefined ? [] : recent.filter((each) => each !== text),
    );
  }

  /** Keeps a query, or changes a kept one. */
  save(
    search: Omit<SavedSearch, "id"> & { readonly id?: string | undefined },
    now: number,
  ): SearchHistory {
    const { saved } = this.get();
    const kept: SavedSearch = { ...search, id: search.id ?? `s_${ulid(now)}` };
    const isKnown = saved.some(({ id }) => id === kept.id);
    this.#store.set(
      "saved",
      isKnown
        ? saved.map((each) => (each.id === kept.id ? kept : each))
        : [...saved, kept],
    );
    return this.get();
  }

  unsave(id: string): SearchHistory {
    const { saved } = this.get();
    this.#store.set(
      "saved",
      saved.filter((each) => each.id !== id),
    );
    return this.get();
  }

  #setRecent(recent: readonly string[]): SearchHistory {
    this.#store.set("recent", [...recent]);
    return this.get();
  }
}
