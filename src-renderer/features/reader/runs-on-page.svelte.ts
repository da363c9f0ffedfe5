import type { ItemDocument } from "#bridge/contract/library";
import { runAt, runsOf, type BlockRun } from "./block-runs";

/** How far from the view a run is put on the page: a flick of the wheel must not outrun it. */
const NEAR = "200% 0px";

/** Up to this length (2,000 blocks) a whole text comes onto the page; of a longer book, only what was near the view. */
const MOST_RUNS = 50;

/** Which runs of a text are on the page: those near the view at once, the others when there is nothing else to do. */
export class RunsOnPage {
  readonly runs: readonly BlockRun[];
  shown = $state<boolean[]>([]);
  /** Rises with every run that comes onto the page, which moves what stands below it. */
  count = $state(0);
  #observer: IntersectionObserver | undefined;
  readonly #watched = new Set<HTMLElement>();

  constructor({ blocks, pages }: Pick<ItemDocument, "blocks" | "pages">) {
    this.runs = runsOf(blocks, pages ?? []);
    this.shown = this.runs.map((_, index) => index === 0);
  }

  /** Puts the place on the page, with what comes before and after it. */
  need(offset: number): void {
    const at = runAt(this.runs, offset);
    for (const index of [at - 1, at, at + 1]) this.#show(index);
  }

  /** Watches the view; returns how to stop. */
  follow(view: HTMLElement): () => void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          if (isIntersecting) this.#show(this.#indexOf(target));
      },
      { root: view, rootMargin: NEAR },
    );
    for (const node of this.#watched) this.#observer.observe(node);
    const isWhole = this.runs.length <= MOST_RUNS;
    let idle = isWhole ? requestIdleCallback(fill) : 0;
    const next = (): number => this.shown.indexOf(false);
    const show = (index: number): void => this.#show(index);
    /** One at a time: what is shown is made only after this returns, so the time left says nothing of a second. */
    function fill(): void {
      show(next());
      if (next() >= 0) idle = requestIdleCallback(fill);
    }
    return () => {
      cancelIdleCallback(idle);
      this.#observer?.disconnect();
      this.#observer = undefined;
    };
  }

  /** To be attached to each run. */
  readonly watch = (node: HTMLElement): (() => void) => {
    this.#watched.add(node);
    this.#observer?.observe(node);
    return () => {
      this.#watched.delete(node);
      this.#observer?.unobserve(node);
    };
  };

  #show(index: number): void {
    if (this.shown[index] !== false) return;
    this.shown[index] = true;
    this.count += 1;
  }

  #indexOf(node: Element): number {
    const start = Number((node as HTMLElement).dataset["from"]);
    return this.runs.findIndex((run) => run.start === start);
  }
}
