import type { SearchText } from "./protocol";

/** A query must not wait longer than this for texts that are being indexed. */
const TURN_MS = 10;

/** Takes in imported texts one after another, with pauses in which queries are answered. */
export class TextIntake {
  readonly #take: (text: SearchText) => void;
  readonly #waiting: SearchText[] = [];
  #whenDone: (() => void) | undefined;
  #isRunning = false;

  constructor(take: (text: SearchText) => void) {
    this.#take = take;
  }

  add(texts: readonly SearchText[]): void {
    // The last come first: what a person has just imported is looked for sooner than what was there before.
    this.#waiting.push(...texts);
    this.#start();
  }

  /** Forgets a text that has not had its turn yet. */
  drop(id: string): void {
    const at = this.#waiting.findIndex((text) => text.id === id);
    if (at >= 0) this.#waiting.splice(at, 1);
  }

  /** Calls back once nothing waits. */
  onceDone(done: () => void): void {
    this.#whenDone = done;
    this.#start();
  }

  #start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    setImmediate(() => this.#turn());
  }

  #turn(): void {
    this.#isRunning = false;
    const endsAt = performance.now() + TURN_MS;
    do {
      const text = this.#waiting.pop();
      if (!text) {
        this.#whenDone?.();
        this.#whenDone = undefined;
        return;
      }
      this.#take(text);
    } while (performance.now() < endsAt);
    this.#start();
  }
}
