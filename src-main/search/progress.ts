import type { IndexState } from "#domain/search/hit";

/** A question that comes while a small index is just being built waits for it, within so long of the start. */
const PATIENCE_MS = 1_500;

/** Tells how far an index is whenever that changes, and lets questions wait for a small one. */
export class Progress {
  readonly #tell: (state: IndexState) => void;
  readonly #patientUntil = performance.now() + PATIENCE_MS;
  #last = "";
  #whenReady: (() => void)[] = [];

  constructor(tell: (state: IndexState) => void) {
    this.#tell = tell;
  }

  report(state: IndexState): void {
    const told = JSON.stringify(state);
    if (told !== this.#last) this.#tell(state);
    this.#last = told;
    if (state.state !== "ready" && state.state !== "paused") return;
    for (const resolve of this.#whenReady) resolve();
    this.#whenReady = [];
  }

  /** Resolves when everything is indexed, when that is paused, or when patience ends. */
  soonReady({ state }: IndexState): Promise<void> {
    const left = this.#patientUntil - performance.now();
    if (left <= 0 || state === "ready" || state === "paused")
      return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, left);
      this.#whenReady.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
