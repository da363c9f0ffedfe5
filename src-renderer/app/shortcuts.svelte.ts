/** One key a person can press, where it works, and what it does; all are listed under `?`. */
export interface Shortcut {
  /** As matched: `Mod+K`, `Shift+?`, `Space`, `1`, `n`, `Escape`. `Mod` is Cmd on macOS and Ctrl elsewhere. */
  readonly keys: string;
  readonly label: string;
  /** Heading in the list of shortcuts. */
  readonly group: string;
  /** Also while typing in a field. */
  readonly worksInFields?: boolean;
  /** Only told of under `?`: what has the focus, or the browser, acts on this key by itself. */
  readonly isLeftToBrowser?: boolean;
  readonly run: () => void;
}

/** The key of the system that fills the screen with the window. */
export const FULL_SCREEN_KEYS = navigator.platform.startsWith("Mac")
  ? "Ctrl+Mod+F"
  : "F11";

const isMac = navigator.platform.startsWith("Mac");
const KEY_WORDS: Readonly<Record<string, string>> = {
  Mod: isMac ? "⌘" : "Ctrl",
  Ctrl: "⌃",
  Alt: isMac ? "⌥" : "Alt",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  PageUp: "Page ↑",
  PageDown: "Page ↓",
  Escape: "Esc",
};

/** The shortcuts that work now. Screens register theirs while they are shown; the latest registered wins. */
class Shortcuts {
  #active = $state.raw<readonly Shortcut[]>([]);
  /** The same, without reactivity: while an effect is taken down, Svelte shows it the state from before the change. */
  #all: readonly Shortcut[] = [];

  get active(): readonly Shortcut[] {
    return this.#active;
  }

  /** Registers shortcuts and returns how to take them away again: made for the return value of an `$effect`. */
  register(shortcuts: readonly Shortcut[]): () => void {
    this.#put([...this.#all, ...shortcuts]);
    return () =>
      this.#put(this.#all.filter((shortcut) => !shortcuts.includes(shortcut)));
  }

  #put(all: readonly Shortcut[]): void {
    this.#all = all;
    this.#active = all;
  }

  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const pressed = describe(event);
    const isTyping = isField(event.target);
    const found = this.#all.findLast(
      (shortcut) =>
        shortcut.keys.toLowerCase() === pressed &&
        !shortcut.isLeftToBrowser &&
        (!isTyping || shortcut.worksInFields === true),
    );
    if (!found || isOwnKeyOfControl(event, pressed)) return;
    if (scrollsSideways(event, pressed)) return;
    event.preventDefault();
    found.run();
  }
}

export const shortcuts = new Shortcuts();

/** A shortcut's keys as printed on the keyboard of this system: `Ctrl K`, `⌘ K`. */
export function keyWords(keys: string): string {
  return keys
    .split("+")
    .map(
      (key) => KEY_WORDS[key] ?? (key.length === 1 ? key.toUpperCase() : key),
    )
    .join(" ");
}

function describe(event: KeyboardEvent): string {
  const key = event.key === " " ? "space" : event.key.toLowerCase();
  const isMod = isMac ? event.metaKey : event.ctrlKey;
  // Of a sign such as `?` Shift is a part; of a command it is a key of its own.
  const shift = event.shiftKey && (key.length > 1 || isMod) ? "shift+" : "";
  const control = isMac && event.ctrlKey ? "ctrl+" : "";
  return `${control}${isMod ? "mod+" : ""}${event.altKey ? "alt+" : ""}${shift}${key}`;
}

/** Fields keep their letters, and an open dialog keeps the keys of the screen below it away. */
function isField(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open], [role=dialog][aria-modal=true]"))
    return true;
  if (!(target instanceof HTMLElement)) return false;
  const field = target.closest("input, textarea, select, [contenteditable]");
  return (
    field !== null &&
    !field.matches("[type=radio], [type=checkbox], [type=range]")
  );
}

/** Arrows to the sides scroll what has the focus and is wider than its place: a table, a picture of code. */
function scrollsSideways({ target }: KeyboardEvent, pressed: string): boolean {
  return (
    (pressed === "arrowleft" || pressed === "arrowright") &&
    target instanceof HTMLElement &&
    target.scrollWidth > target.clientWidth &&
    getComputedStyle(target).overflowX === "auto" &&
    getComputedStyle(target).writingMode === "horizontal-tb"
  );
}

/** Space and Enter belong to a focused button or link before they belong to a screen. */
function isOwnKeyOfControl(event: KeyboardEvent, pressed: string): boolean {
  if (pressed !== "space" && pressed !== "enter") return false;
  return (
    event.target instanceof HTMLElement &&
    event.target.closest("button, a, summary, [role=option], [role=row]") !==
      null
  );
}
