import type {
  CatalogueRow,
  ItemChanges,
  ItemPatch,
} from "#bridge/contract/catalogue";
import { appSession } from "../../app/app-session.svelte";
import { ask } from "../../app/ask";
import { notices } from "../../app/notices.svelte";
import { counted } from "../../app/number-words";
import { librarySession as session } from "./library-session.svelte";

/** What is done to items, each with its way back. */
class ItemActions {
  /** Takes the last change back. */
  #undo = $state.raw<(() => Promise<void>) | undefined>();
  readonly canUndo = $derived(this.#undo !== undefined);

  /** Moves items to the trash. Bundled ones stay: they belong to the program. */
  async trash(ids: ReadonlySet<string>): Promise<void> {
    const rows = await session.rowsOf(ids);
    const own = rows.filter((row) => !row.isBundled);
    const [first] = own;
    if (!first) {
      if (rows.length > 0)
        notices.say(
          "Bundled items come with the program and cannot be moved to the trash.",
        );
      return;
    }
    const gone = own.map(({ id }) => id);
    const done = await ask("library/remove-items", { ids: gone });
    if (!done) return;
    session.selection.leave(gone);
    this.#say(
      `${nameOf(own)} ${own.length === 1 ? "is" : "are"} in the trash.${
        own.length < rows.length ? " Bundled items stay." : ""
      }`,
      async () => {
        await ask("library/restore-items", { trashed: [...done.trashed] });
      },
    );
  }

  /** Brings items back from the trash. */
  async restore(trashed: readonly string[]): Promise<void> {
    const done = await ask("library/restore-items", { trashed: [...trashed] });
    if (!done || done.ids.length === 0) return;
    const ids = [...done.ids];
    this.#say(
      `${counted(ids.length, "item is", "items are")} back in the library.`,
      async () => {
        await ask("library/remove-items", { ids });
      },
    );
  }

  /** Puts items into a collection. */
  async addTo(collection: string, ids: ReadonlySet<string>): Promise<void> {
    await this.#setMembers(collection, [...ids], []);
  }

  async removeFrom(
    collection: string,
    ids: ReadonlySet<string>,
  ): Promise<void> {
    await this.#setMembers(collection, [], [...ids]);
  }

  /** Corrects one item's metadata. Tells whether it was saved. */
  async edit(row: CatalogueRow, changes: ItemChanges): Promise<boolean> {
    return this.#edit(
      [{ id: row.id, changes }],
      `“${changes.title ?? row.title}” was changed.`,
    );
  }

  /** Adds a tag to items that do not have it. */
  async addTag(ids: ReadonlySet<string>, tag: string): Promise<void> {
    const rows = (await session.rowsOf(ids)).filter(
      (row) => !row.tags.includes(tag),
    );
    if (rows.length === 0) return;
    await this.#edit(
      rows.map(({ id, tags }) => ({ id, changes: { tags: [...tags, tag] } })),
      `${nameOf(rows)} ${rows.length === 1 ? "has" : "have"} the tag “${tag}”.`,
    );
  }

  async removeTag(row: CatalogueRow, tag: string): Promise<void> {
    const tags = row.tags.filter((each) => each !== tag);
    await this.#edit(
      [{ id: row.id, changes: { tags } }],
      `The tag “${tag}” was taken off.`,
    );
  }

  async showOriginal(id: string): Promise<void> {
    await ask("library/show-original", { id });
  }

  /** Takes the last change back, once. */
  async undo(): Promise<void> {
    const undo = this.#undo;
    this.#undo = undefined;
    if (undo) await undo();
    else notices.say("There is nothing to undo here.");
  }

  /** Says what was done, with the way back. */
  offerUndo(text: string, undo: () => Promise<void>): void {
    this.#say(text, undo);
  }

  async #edit(patches: readonly ItemPatch[], text: string): Promise<boolean> {
    const done = await ask("library/edit", { patches: [...patches] });
    if (!done) return false;
    this.#say(text, async () => {
      await ask("library/edit", { patches: [...done.inverse] });
    });
    return true;
  }

  async #setMembers(
    collection: string,
    add: string[],
    remove: string[],
  ): Promise<void> {
    const done = await ask("library/set-members", { collection, add, remove });
    if (!done) return;
    const { added, removed } = done;
    const title =
      appSession.overview?.collections.find(({ id }) => id === collection)
        ?.title ?? "the collection";
    if (added.length + removed.length === 0) {
      notices.say(`Nothing to change: that is how “${title}” stands already.`);
      return;
    }
    this.#say(
      added.length > 0
        ? `${counted(added.length, "item is", "items are")} now in “${title}”.`
        : `${counted(removed.length, "item was", "items were")} taken out of “${title}”.`,
      async () => {
        await ask("library/set-members", {
          collection,
          add: [...removed],
          remove: [...added],
        });
      },
    );
  }

  #say(text: string, undo: () => Promise<void>): void {
    const mine = async (): Promise<void> => {
      if (this.#undo === mine) this.#undo = undefined;
      await undo();
    };
    this.#undo = mine;
    notices.say(text, { label: "Undo", run: () => void mine() });
  }
}

export const itemActions = new ItemActions();

function nameOf(rows: readonly CatalogueRow[]): string {
  const [first] = rows;
  return rows.length === 1 && first
    ? `“${first.title}”`
    : counted(rows.length, "item", "items");
}
