import type { TextRange } from "#domain/text/blocks";
import { TextFinder, type FindOptions } from "#domain/text/find-in-text";
import type { TextPlace, TextView } from "../text-view.svelte";

/** Finding in the item that is read. */
export class FindSession {
  readonly #view: TextView;
  readonly #finder: TextFinder;
  /** Where one stood when it began. */
  #from: TextPlace | undefined;
  isOpen = $state(false);
  query = $state("");
  options = $state.raw<FindOptions>({
    case: false,
    accents: false,
    wholeWord: false,
  });
  /** In the order of the text. */
  hits = $state.raw<readonly TextRange[]>([]);
  /** Index of the hit one is at. */
  at = $state<number | undefined>();
  readonly current = $derived(
    this.at === undefined ? undefined : this.hits[this.at],
  );

  constructor(view: TextView) {
    this.#view = view;
    this.#finder = new TextFinder(view.item.text);
  }

  /** Opens it, for a word if one is given. */
  open(query?: string): void {
    if (!this.isOpen) this.#from = this.#view.place;
    this.isOpen = true;
    // The text is folded before the first letter is typed.
    requestIdleCallback(() => this.#finder.find("\u0000", this.options));
    if (query !== undefined) this.search(query);
    else if (this.query !== "") this.search(this.query);
  }

  /** Closes it. Tells from where one came, if one went anywhere. */
  close(): TextPlace | undefined {
    const from = this.current ? this.#from : undefined;
    this.isOpen = false;
    this.hits = [];
    this.at = undefined;
    this.#from = undefined;
    return from;
  }

  /** Finds a query, and goes to the first hit from where one stood on. */
  search(query: string): void {
    this.query = query;
    this.hits = this.#finder.find(query, this.options);
    const from = this.#from?.offset ?? 0;
    const at = firstFrom(this.hits, from);
    this.#goTo(at < this.hits.length ? at : 0);
  }

  change(options: Partial<FindOptions>): void {
    this.options = { ...this.options, ...options };
    this.search(this.query);
  }

  /** Goes to the next hit, or the one before; past the last comes the first. */
  step(step: 1 | -1): void {
    const { length } = this.hits;
    if (length > 0) this.#goTo(((this.at ?? 0) + step + length) % length);
  }

  /** Hits that touch a stretch of the text. */
  touching(start: number, end: number): readonly TextRange[] {
    const from = firstFrom(this.hits, start);
    const before = this.hits[from - 1];
    const first = before && before.end > start ? from - 1 : from;
    return this.hits.slice(first, firstFrom(this.hits, end));
  }

  #goTo(at: number): void {
    const hit = this.hits[at];
    this.at = hit ? at : undefined;
    if (hit) void this.#view.show(hit, "nearest");
  }
}

/** Index of the first range that begins at a place or after it. */
function firstFrom(ranges: readonly TextRange[], place: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
