import type { SavedSearch, SearchHistory } from "#bridge/contract/search";
import { ask } from "../../app/ask";
import { notices } from "../../app/notices.svelte";

const NONE: SearchHistory = { recent: [], saved: [] };

/** What was searched before, and what is kept under a name. */
class Searches {
  #history = $state.raw(NONE);

  get recent(): readonly string[] {
    return this.#history.recent;
  }

  get saved(): readonly SavedSearch[] {
    return this.#history.saved;
  }

  async load(): Promise<void> {
    this.#take(await ask("search/history", {}));
  }

  /** A query that led to something is worth remembering. */
  async remember(text: string): Promise<void> {
    if (text.trim() !== "") this.#take(await ask("search/remember", { text }));
  }

  async forget(text?: string): Promise<void> {
    this.#take(await ask("search/forget", text === undefined ? {} : { text }));
  }

  async keep(search: Omit<SavedSearch, "id">): Promise<void> {
    const kept = await ask("search/save", search);
    this.#take(kept);
    if (kept) notices.say(`Kept as “${search.name}”`);
  }

  async rename(search: SavedSearch, name: string): Promise<void> {
    this.#take(await ask("search/save", { ...search, name }));
  }

  async remove(search: SavedSearch): Promise<void> {
    const { id, ...rest } = search;
    this.#take(await ask("search/unsave", { id }));
    notices.say(`Search “${search.name}” is not kept any more`, {
      label: "Undo",
      run: () => void this.keep(rest),
    });
  }

  #take(history: SearchHistory | undefined): void {
    if (history) this.#history = history;
  }
}

export const searches = new Searches();
