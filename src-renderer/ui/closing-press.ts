/**
 * Tells a press that closes what it opened from one that opens it. What lies in the top layer closes by itself when its
 * button is pressed, before the click comes: only the beginning of the press still knows that it was open.
 */
export class ClosingPress {
  #wasOpen = false;

  /** At the beginning of each press of the button. */
  begin(isOpen: boolean): void {
    this.#wasOpen = isOpen;
  }

  /** At its click: whether this press has closed what was open. A click by key (no detail) closes nothing. */
  hasClosed(click: { readonly detail: number }): boolean {
    const wasOpen = this.#wasOpen;
    this.#wasOpen = false;
    return wasOpen && click.detail > 0;
  }
}
