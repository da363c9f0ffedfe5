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
  /** What a press on a row that is chosen already does if it does not become a drag of all that are chosen. */
  #atRelease: (() => void) | undefined;

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

  /** Chooses as the button goes down, as lists do: until it comes up again, the row may have moved away from under it. */
  readonly mouseDown = (event: MouseEvent): void => {
    this.#atRelease = undefined;
    const index = indexUnder(event);
    if (index === undefined || event.button !== 0) return;
    const { selection, list } = this.#session;
    const row = list.row(index);
    if (event.shiftKey) void selection.extendTo(index);
    else if (!row || !selection.has(row.id)) this.#choose(event, index);
    else if (selection.count > 1 || hasMod(event))
      this.#atRelease = () => this.#choose(event, list.indexOf(row.id));
    else selection.only(index);
  };

  readonly click = (event: MouseEvent): void => {
    const isOfKeyboard = event.detail === 0; // what reads the screen aloud presses without a pointer
    if (isOfKeyboard) this.#choose(event, indexUnder(event));
    else this.#atRelease?.();
    this.#atRelease = undefined;
  };

  #choose(event: MouseEvent, index: number | undefined): void {
    const { selection } = this.#session;
    if (index === undefined) return;
    if (hasMod(event)) selection.toggle(index);
    else selection.only(index);
  }

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
    this.#atRelease = undefined;
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

function hasMod(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey;
}

function indexUnder(event: MouseEvent): number | undefined {
  const { target } = event;
  if (!(target instanceof Element)) return undefined;
  const index = target.closest<HTMLElement>("[data-index]")?.dataset["index"];
  return index === undefined ? undefined : Number(index);
}
