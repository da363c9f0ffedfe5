import type { Settings } from "#bridge/contract/settings";

/** What stands beside the text, or lies over it where there is no room. */
export type SidePanel = "contents" | "margin";

/** Widths of a pane, in CSS pixels, from which on both panels stand beside the text, or one of them. */
const WIDE = 1_030;
const MEDIUM = 640;

/** Which panels a pane shows. Where there is room for them the person's choice is kept; elsewhere one comes and goes. */
export class SidePanels {
  readonly #settings: () => Settings;
  readonly #onChange: (changes: Partial<Settings>) => void;
  /** Of the pane. */
  width = $state(0);
  /** Shown for now, in the other's room or over the text. */
  #guest = $state<SidePanel | undefined>();

  readonly size = $derived(
    this.width >= WIDE ? "wide" : this.width >= MEDIUM ? "medium" : "narrow",
  );
  readonly contents = $derived.by(() => {
    if (this.size === "narrow") return this.#guest === "contents";
    const isTaken = this.size === "medium" && this.#guest === "margin";
    return this.#settings().showsContents && !isTaken;
  });
  readonly margin = $derived.by(() =>
    this.size === "wide"
      ? this.#settings().showsMargin
      : this.#guest === "margin",
  );
  /** Panels lie over the text. */
  readonly isOver = $derived(this.size === "narrow");

  constructor(
    settings: () => Settings,
    onChange: (changes: Partial<Settings>) => void,
  ) {
    this.#settings = settings;
    this.#onChange = onChange;
  }

  toggleContents(): void {
    if (this.size === "narrow")
      this.#guest = this.contents ? undefined : "contents";
    else {
      this.#onChange({ showsContents: !this.contents });
      this.#guest = undefined;
    }
  }

  toggleMargin(): void {
    if (this.size === "wide") this.#onChange({ showsMargin: !this.margin });
    else this.#guest = this.margin ? undefined : "margin";
  }

  openMargin(): void {
    if (!this.margin) this.toggleMargin();
  }

  /** Takes away what lies over the text. Tells whether anything did. */
  close(): boolean {
    const had = this.#guest !== undefined;
    this.#guest = undefined;
    return had;
  }
}
