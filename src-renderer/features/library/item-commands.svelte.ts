import type { ItemDetails } from "#bridge/contract/catalogue";
import { untrack } from "svelte";
import { ask } from "../../app/ask";
import type { Beside, Route } from "../../app/route";
import { keyWords, type Shortcut } from "../../app/shortcuts.svelte";
import type { MenuItem } from "../../ui/Menu.svelte";
import { citationSession } from "./citation-session.svelte";
import { itemActions } from "./item-actions.svelte";
import type { LibrarySession } from "./library-session.svelte";

/** Which dialog stands over the library, and what it is about: that stays, whatever comes into the list meanwhile. */
export type LibraryDialog =
  | { readonly kind: "edit"; readonly item: ItemDetails }
  | {
      readonly kind: "collection" | "tag" | "export";
      readonly ids: ReadonlySet<string>;
    };

/** What can be done to the chosen items: the same commands for keys, menu and buttons. */
export class ItemCommands {
  dialog = $state.raw<LibraryDialog | undefined>();
  readonly #session: LibrarySession;
  readonly #onOpen: (route: Route) => void;
  readonly #onBeside: (beside: Beside) => void;

  constructor(
    session: LibrarySession,
    onOpen: (route: Route) => void,
    onBeside: (beside: Beside) => void,
  ) {
    this.#session = session;
    this.#onOpen = onOpen;
    this.#onBeside = onBeside;
  }

  /** What is chosen, or else what has the keyboard. */
  get #chosen(): ReadonlySet<string> {
    const one = this.#one;
    const chosen = untrack(() => this.#session.selection.chosen);
    return chosen.size > 0 || one === undefined ? chosen : new Set([one]);
  }
  get #one(): string | undefined {
    return untrack(() => this.#session.selection.row?.id);
  }

  readonly read = (item: string): void =>
    this.#onOpen({ screen: "reader", item });
  readonly quiz = (item: string): void =>
    this.#onOpen({ screen: "study", item });

  readBeside(): void {
    if (this.#one !== undefined) this.#onBeside({ item: this.#one });
  }

  async edit(): Promise<void> {
    const id = this.#one;
    const item =
      id === undefined ? undefined : await ask("library/details", { id });
    if (item) this.dialog = { kind: "edit", item };
  }
  addToCollection(): void {
    this.#openOn("collection");
  }
  addTag(): void {
    this.#openOn("tag");
  }
  cite(): void {
    const ids = this.#chosen;
    if (ids.size > 0) void citationSession.copy([...ids]);
  }
  exportCitations(): void {
    this.#openOn("export");
  }
  #openOn(kind: "collection" | "tag" | "export"): void {
    const ids = this.#chosen;
    if (ids.size > 0) this.dialog = { kind, ids };
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
        label: "Open beside the last item read",
        keys: keyWords("Mod+Enter"),
        isDisabled: !row,
        run: () => this.readBeside(),
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
        run: () => void this.edit(),
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
        label: isOne ? "Copy citation" : "Copy citations",
        keys: keyWords("Mod+Shift+C"),
        run: () => this.cite(),
      },
      {
        label: "Export citations…",
        keys: keyWords("Mod+Shift+E"),
        run: () => this.exportCitations(),
      },
      {
        label: isBundled
          ? "Original file: part of the program"
          : "Show original file",
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
      command("Mod+Enter", "Open beside the last item read", () =>
        this.readBeside(),
      ),
      command("Mod+E", "Edit details", () => void this.edit()),
      command("Mod+D", "Add to collection", () => this.addToCollection()),
      command("Mod+T", "Add a tag", () => this.addTag()),
      command("Mod+Shift+C", "Copy citation", () => this.cite()),
      command("Mod+Shift+E", "Export citations", () => this.exportCitations()),
      command(
        "Mod+Z",
        "Take the last change back",
        () => void itemActions.undo(),
      ),
    ];
  }
}
