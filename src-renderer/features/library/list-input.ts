import { moveBy, type ListShape } from "./list-keys";
import type { LibrarySession } from "./library-session.svelte";
import { ITEMS_TYPE } from "./dragged-items";

/** What the list tells the screen. */
export interface ListActions {
  readonly onRead: (item: string) => void;
  readonly onTrash: () => void;
  /** Opens the menu of the chosen items at a point of the window. */
  readonly onMenu: (x: number, y: number) => void;
}

/** Keys and pointer over a list of items, whatever shape it has on the screen. */
export class ListInput {
  readonly #session: LibrarySession;
  readonly #actions: ListActions;
  readonly #shape: () => ListShape;
  /** Brings an item into view. */
  readonly #reveal: (index: number) => void;

  constructor(options: {
    readonly session: LibrarySession;
    readonly actions: ListActions;
    readonly shape: () => ListShape;
    readonly reveal: (index: number) => void;
  }) {
    this.#session = options.session;
    this.#actions = options.actions;
    this.#shape = options.shape;
    this.#reveal = options.reveal;
  }

  readonly press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return; // a heading's own key
    if (this.#take(event)) event.preventDefault();
  };

  #take(event: KeyboardEvent): boolean {
    const { selection } = this.#session;
    const isMod = event.ctrlKey || event.metaKey;
    if (event.altKey) return false;
    if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10"))
      return this.#openMenuAtActive(event);
    const to = moveBy(event.key, selection.active, this.#shape());
    if (to !== undefined) {
      if (event.shiftKey) void selection.extendTo(to);
      else if (isMod) selection.walk(to);
      else selection.only(to);
      this.#reveal(selection.active);
      return true;
    }
    if (isMod) return this.#takeWithMod(event.key);
    if (event.key === "Enter") return this.#read();
    if (event.key === "Delete") {
      this.#actions.onTrash();
      return true;
    }
    if (event.key === " " && !this.#session.isTyping) {
      selection.toggle(selection.active);
      return true;
    }
    if (!/^[\p{L}\p{N} ]$/u.test(event.key)) return false;
    void this.#session
      .typeAhead(event.key)
      .then(() => this.#reveal(selection.active));
    return true;
  }

  #takeWithMod(key: string): boolean {
    const { selection } = this.#session;
    if (key.toLowerCase() === "a") void selection.all();
    else if (key === " ") selection.toggle(selection.active);
    else return false;
    return true;
  }

  #read(): boolean {
    const { row } = this.#session.selection;
    if (row) this.#actions.onRead(row.id);
    return row !== undefined;
  }

  #openMenuAtActive(event: KeyboardEvent): boolean {
    const { selection } = this.#session;
    if (!selection.row) return true;
    if (!selection.has(selection.row.id)) selection.only(selection.active);
    const list = event.currentTarget as HTMLElement;
    const box = list
      .querySelector(`[data-index="${selection.active}"]`)
      ?.getBoundingClientRect();
    if (box) this.#actions.onMenu(box.left + 24, box.top + 28);
    return true;
  }

  readonly click = (event: MouseEvent): void => {
    const index = indexUnder(event);
    if (index === undefined) return;
    const { selection } = this.#session;
    if (event.shiftKey) void selection.extendTo(index);
    else if (event.ctrlKey || event.metaKey) selection.toggle(index);
    else selection.only(index);
  };

  readonly doubleClick = (event: MouseEvent): void => {
    if (indexUnder(event) !== undefined) this.#read();
  };

  readonly contextMenu = (event: MouseEvent): void => {
    const index = indexUnder(event);
    if (index === undefined) return;
    event.preventDefault();
    const { selection, list } = this.#session;
    const row = list.row(index);
    if (row && !selection.has(row.id)) selection.only(index);
    this.#actions.onMenu(event.clientX, event.clientY);
  };

  /** What is dragged is what is chosen; an item that was not chosen becomes it. */
  readonly dragStart = (event: DragEvent): void => {
    const index = indexUnder(event);
    const { selection, list } = this.#session;
    const row = index === undefined ? undefined : list.row(index);
    if (index === undefined || !row || !event.dataTransfer) return;
    if (!selection.has(row.id)) selection.only(index);
    event.dataTransfer.effectAllowed = "copy";
    event.dataTransfer.setData(ITEMS_TYPE, "");
    event.dataTransfer.setData("text/plain", row.title);
  };
}

function indexUnder(event: MouseEvent): number | undefined {
  const { target } = event;
  if (!(target instanceof Element)) return undefined;
  const index = target.closest<HTMLElement>("[data-index]")?.dataset["index"];
  return index === undefined ? undefined : Number(index);
}
