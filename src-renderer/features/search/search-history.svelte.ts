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

  /** Keeps a search; under a name that is taken, instead of what was kept under it. */
  async keep(search: Omit<SavedSearch, "id">): Promise<void> {
    await this.load();
    const { name } = search;
    const before = this.saved.find((each) => each.name === name);
    if (before && isSame(before, search))
      return void notices.say(`Kept already as “${name}”`);
    const kept = await this.#save(
      before ? { ...search, id: before.id } : search,
    );
    if (!kept) return;
    if (before)
      notices.say(`“${name}” now asks for “${search.text.trim()}”`, {
        label: "Undo",
        run: () => void this.#save(before),
      });
    else notices.say(`Kept as “${name}”`);
  }

  /** `false` if it could not be kept, which was told of. */
  async #save(
    search: Omit<SavedSearch, "id"> & { readonly id?: string },
  ): Promise<boolean> {
    const history = await ask("search/save", search);
    this.#take(history);
    return history !== undefined;
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

function isSame(
  one: Omit<SavedSearch, "id">,
  other: Omit<SavedSearch, "id">,
): boolean {
  return (
    one.text.trim() === other.text.trim() &&
    one.any === other.any &&
    one.aliases === other.aliases
  );
}

export const searches = new Searches();
