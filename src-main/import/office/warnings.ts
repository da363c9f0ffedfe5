import type { ReadWarning } from "../reader";

/** Counts what was left out, by code, so that a thousand of a kind are told in one sentence. */
export class Warnings {
  readonly #counts = new Map<string, { count: number; detail: string }>();

  /** Counts one; the first detail of a code is kept. */
  add(code: string, detail: string): void {
    const known = this.#counts.get(code);
    if (known) known.count += 1;
    else this.#counts.set(code, { count: 1, detail });
  }

  get all(): ReadWarning[] {
    return [...this.#counts].map(([code, { count, detail }]) => ({
      code,
      detail: count === 1 ? detail : `${detail} (and ${count - 1} more)`,
    }));
  }
}
