/** Shares of the work after which the parts are parsed and the blocks are read; the rest is writing the text. */
export const PARSED = 0.6;
export const READ = 0.8;

/** Steps between two words of progress. */
const STRIDE = 256;

/** Says how far work of many small steps has come, a word every few hundred: work that is silent counts as stuck. */
export class Steps {
  readonly #progress: (share: number) => void;
  readonly #from: number;
  readonly #to: number;
  readonly #total: number;
  #done = 0;

  /** `from` and `to` are the shares of the whole between which `total` steps lie. */
  constructor(
    progress: (share: number) => void,
    from: number,
    to: number,
    total: number,
  ) {
    this.#progress = progress;
    this.#from = from;
    this.#to = to;
    this.#total = Math.max(1, total);
  }

  /** One step is done. More than were foreseen change nothing but still are a word. */
  next(): void {
    this.#done += 1;
    if (this.#done % STRIDE > 0) return;
    const share = Math.min(1, this.#done / this.#total);
    this.#progress(this.#from + (this.#to - this.#from) * share);
  }
}
