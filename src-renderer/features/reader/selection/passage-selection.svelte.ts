import type { TextRange } from "#domain/text/blocks";
import type { Place } from "../../../ui/keep-in-window";
import { selectionRange } from "../selection-range";

/** A selected passage, and where it stands on the screen. */
export interface SelectedPassage extends TextRange {
  readonly exact: string;
  readonly place: Place;
  /** The view of the text in which it stands. */
  readonly view: Place;
}

/** What is selected in the text that is read. */
export class PassageSelection {
  readonly #text: () => string;
  readonly #article: () => HTMLElement | undefined;
  /** While it is shown with its bar; scrolling hides the bar and keeps the selection. */
  shown = $state.raw<SelectedPassage | undefined>();

  constructor(options: {
    text: () => string;
    article: () => HTMLElement | undefined;
  }) {
    this.#text = options.text;
    this.#article = options.article;
  }

  /** What is selected now. */
  read(): SelectedPassage | undefined {
    const article = this.#article();
    const selection = getSelection();
    const range = article ? selectionRange(selection, article) : undefined;
    if (!article || !range || !selection) return undefined;
    return {
      ...range,
      exact: this.#text().slice(range.start, range.end),
      place: selection.getRangeAt(0).getBoundingClientRect(),
      view: (article.parentElement ?? article).getBoundingClientRect(),
    };
  }

  show(): void {
    this.shown = this.read();
  }

  hide(): void {
    this.shown = undefined;
  }

  /** Lets go of the selection. Tells whether there was one. */
  letGo(): boolean {
    const had = this.shown !== undefined || this.read() !== undefined;
    this.shown = undefined;
    if (had) getSelection()?.removeAllRanges();
    return had;
  }
}
