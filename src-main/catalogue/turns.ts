/** Work over a whole library is cut into stretches of this length, so that nothing else waits longer. */
const STRETCH_MS = 12;
/** The clock is asked once in so many small steps. */
const STEPS = 32;

/** Cuts long work into stretches: `for (…) { …; if (turns.isOver()) await turns.next(); }`. */
export class Turns {
  #startedAt = performance.now();
  #steps = 0;

  /** After a small step: tells whether others should have their turn. */
  isOver(): boolean {
    this.#steps += 1;
    if (this.#steps < STEPS) return false;
    this.#steps = 0;
    return this.isLong();
  }

  /** The same after a large step. */
  isLong(): boolean {
    return performance.now() - this.#startedAt > STRETCH_MS;
  }

  /** Lets everything that waits run, then goes on. */
  async next(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#startedAt = performance.now();
  }
}
