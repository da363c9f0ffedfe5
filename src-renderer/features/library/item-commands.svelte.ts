import { untrack } from "svelte";
import type { Route } from "../../app/route";
import { keyWords, type Shortcut } from "../../app/shortcuts.svelte";
import type { MenuItem } from "../../ui/Menu.svelte";
import { itemActions } from "./item-actions.svelte";
import type { LibrarySession } from "./library-session.svelte";

/** Which dialog stands over the library. */
export type LibraryDialog = "edit" | "collection" | "tag";

/** What can be done to the chosen items: the same commands for keys, menu and buttons. */
export class ItemCommands {
  dialog = $state<LibraryDialog | undefined>();
  readonly #session: LibrarySession;
  readonly #onOpen: (route: Route) => void;

  constructor(session: LibrarySession, onOpen: (route: Route) => void) {
    this.#session = session;
    this.#onOpen = onOpen;
  }

  get #chosen(): ReadonlySet<string> {
    return untrack(() => this.#session.selection.chosen);
  }
  get #one(): string | undefined {
    return untrack(() => this.#session.selection.row?.id);
  }

  readonly read = (item: string): void =>
    this.#onOpen({ screen: "reader", item });
  readonly quiz = (item: string): void =>
    this.#onOpen({ screen: "study", item });

  edit(): void {
    if (this.#one !== undefined) this.dialog = "edit";
  }
  addToCollection(): void {
    if (this.#chosen.size > 0) this.dialog = "collection";
  }
  addTag(): void {
    if (this.#chosen.size > 0) this.dialog = "tag";
  }
  showOriginal(): void {
    if (this.#one !== undefined) void itemActions.showOriginal(this.#one);
  }
  trash(): void {
    if (this.#chosen.size > 0) void itemActions.trash(this.#chosen);
  }
  takeOut(): void {
    const { collection } = this.#session;
    if (collection) void itemActions.removeFrom(collection.id, this.#chosen);
  }

  /** The menu of the chosen items. */
  menu(): MenuItem[] {
    const { selection, collection } = this.#session;
    const { row, count } = selection;
    const isOne = count <= 1;
    const isBundled = isOne && (row?.isBundled ?? false);
    return [
      {
        label: "Open",
        keys: keyWords("Enter"),
        isDisabled: !row,
        run: () => row && this.read(row.id),
      },
      {
        label: "Quiz me",
        isDisabled: !row,
        run: () => row && this.quiz(row.id),
      },
      "line",
      {
        label: "Edit details…",
        keys: keyWords("Mod+E"),
        isDisabled: !isOne,
        run: () => this.edit(),
      },
      {
        label: "Add to collection…",
        keys: keyWords("Mod+D"),
        run: () => this.addToCollection(),
      },
      ...(collection && !collection.isBundled
        ? [
            {
              label: `Take out of “${collection.title}”`,
              run: () => this.takeOut(),
            },
          ]
        : []),
      {
        label: "Add a tag…",
        keys: keyWords("Mod+T"),
        run: () => this.addTag(),
      },
      "line",
      {
        label: "Show original file",
        isDisabled: !isOne || isBundled,
        run: () => this.showOriginal(),
      },
      "line",
      {
        label: "Move to trash",
        keys: keyWords("Delete"),
        isDisabled: isBundled,
        run: () => this.trash(),
      },
    ];
  }

  /** The keys of the same commands, for the list of shortcuts. */
  shortcuts(): Shortcut[] {
    const command = (keys: string, label: string, run: () => void) => ({
      keys,
      label,
      group: "Chosen items",
      run,
    });
    return [
      command("Mod+E", "Edit details", () => this.edit()),
      command("Mod+D", "Add to collection", () => this.addToCollection()),
      command("Mod+T", "Add a tag", () => this.addTag()),
      command(
        "Mod+Z",
        "Take the last change back",
        () => void itemActions.undo(),
      ),
    ];
  }
}
