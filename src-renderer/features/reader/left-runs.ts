import { giveBackMemory } from "../../app/give-back-memory";

/** So many runs may leave the page before their memory is asked back: about 15 MB. */
const MANY = 400;
/** How long nothing moves until one counts as reading, in milliseconds. */
const RESTED_MS = 1_000;

/** Runs that left the page. When there are many, their memory is given back as soon as the text rests. */
export class LeftRuns {
  #count = 0;
  #timer: number | undefined;

  left(count: number): void {
    this.#count += count;
  }

  /** The view moves: it is no moment to clear up in. */
  moved(): void {
    window.clearTimeout(this.#timer);
    if (this.#count >= MANY)
      this.#timer = window.setTimeout(() => this.#clear(), RESTED_MS);
  }

  #clear(): void {
    requestIdleCallback(() => {
      this.#count = 0;
      giveBackMemory();
    });
  }
}
