import type { Failure } from "#domain/failure";
import type { Result } from "#domain/result";
import { coalesce } from "./coalesce";

/** Rows asked for at once; a window shows about twenty. */
const STRETCH = 100;
/** What is kept: 3,000 rows, far from the view the first to go. */
const MOST_STRETCHES = 30;
/** A list that answers sooner than this never shows that it was waited for. */
const SLOW_MS = 200;
const REFRESH_GAP_MS = 150;

export interface Fetched<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}
/** Asks main for `count` rows from row `from`. */
export type FetchRows<Row> = (
  from: number,
  count: number,
) => Promise<Result<Fetched<Row>>>;

/** A long list of which only the stretches near the view are held. */
export class Stretches<Row> {
  /** `undefined` until the first answer. */
  total = $state<number | undefined>();
  failure = $state.raw<Failure | undefined>();
  /** An answer has been waited for noticeably long. */
  isSlow = $state(false);
  /** Told when rows came or went above the view: by how many the first row in view has moved. */
  onMoved: ((by: number) => void) | undefined;
  /** Told after rows were asked for again, with what stood where before. */
  onRefreshed:
    ((before: (index: number) => Row | undefined) => void) | undefined;
  readonly #keyOf: (row: Row) => string | number;
  #fetch: FetchRows<Row> | undefined;
  #held = $state.raw<ReadonlyMap<number, readonly Row[]>>(new Map());
  #asked = new Set<number>();
  /** Raised whenever answers under way no longer count. */
  #round = 0;
  #isChanging = false;
  #isStale = false;
  #view = { first: 0, last: 0 };

  constructor(keyOf: (row: Row) => string | number) {
    this.#keyOf = keyOf;
  }

  /** Asks again for what is in view, since something of it changed; the place of the view is kept. */
  readonly refresh = coalesce(
    async () => (await this.askAgain())(),
    REFRESH_GAP_MS,
  );

  /** Shows another list. What stood before stays until the answer comes. Tells whether it still counts by then. */
  async show(fetch: FetchRows<Row>): Promise<boolean> {
    const round = ++this.#round;
    this.#isChanging = true;
    const timer = window.setTimeout(() => (this.isSlow = true), SLOW_MS);
    const reply = await fetch(0, STRETCH);
    window.clearTimeout(timer);
    if (round !== this.#round) return false;
    this.#isChanging = false;
    this.isSlow = false;
    this.#fetch = fetch;
    this.#asked = new Set([0]);
    this.#view = { first: 0, last: 0 };
    this.failure = reply.ok ? undefined : reply.failure;
    this.#held = new Map(reply.ok ? [[0, reply.value.rows]] : []);
    this.total = reply.ok ? reply.value.total : 0;
    if (this.#isStale) this.refresh();
    this.#isStale = false;
    return true;
  }

  row(index: number): Row | undefined {
    return rowIn(this.#held, index);
  }

  /** Where a row stands, if it is held. */
  indexOf(key: string | number): number | undefined {
    for (const [stretch, rows] of this.#held) {
      const at = rows.findIndex((row) => this.#keyOf(row) === key);
      if (at >= 0) return stretch * STRETCH + at;
    }
    return undefined;
  }

  /** Rows `from` to `to` inclusive, if all of them are held. */
  between(from: number, to: number): Row[] | undefined {
    const rows: Row[] = [];
    for (let index = from; index <= to; index += 1) {
      const row = this.row(index);
      if (!row) return undefined;
      rows.push(row);
    }
    return rows;
  }

  /** Says which rows are in view; what is missing near them is asked for. */
  want(first: number, last: number): void {
    this.#view = { first, last };
    if (this.#isChanging) return;
    for (const stretch of this.#near(first, last))
      if (!this.#asked.has(stretch)) void this.#ask(stretch);
  }

  async #ask(stretch: number): Promise<void> {
    const round = this.#round;
    this.#asked.add(stretch);
    const reply = await this.#fetch?.(stretch * STRETCH, STRETCH);
    if (!reply || round !== this.#round) return;
    if (!reply.ok) {
      this.#asked.delete(stretch);
      this.failure = reply.failure;
      return;
    }
    this.total = reply.value.total;
    this.#held = new Map([...this.#held, [stretch, reply.value.rows]]);
    this.#forgetFarthest();
  }

  /** Does the asking of a refresh; what is given back shows the answer, when it is time. */
  async askAgain(): Promise<() => void> {
    if (this.#isChanging) this.#isStale = true;
    if (this.#isChanging || !this.#fetch) return () => undefined;
    const round = ++this.#round;
    const { first, last } = this.#view;
    const near = this.#near(first, last);
    const from = near[0] ?? 0;
    const reply = await this.#fetch(from * STRETCH, near.length * STRETCH);
    return () => {
      if (round === this.#round && reply.ok) this.#showAgain(near, reply.value);
    };
  }

  #showAgain(near: readonly number[], { rows, total }: Fetched<Row>): void {
    const { first } = this.#view;
    const held = this.#held;
    const before = (index: number): Row | undefined => rowIn(held, index);
    const anchor = before(first);
    const cut = (index: number): readonly Row[] =>
      rows.slice(index * STRETCH, (index + 1) * STRETCH);
    this.#held = new Map(near.map((stretch, index) => [stretch, cut(index)]));
    this.#asked = new Set(near);
    this.total = total;
    const at =
      anchor && first > 0 ? this.indexOf(this.#keyOf(anchor)) : undefined;
    if (at !== undefined && at !== first) this.onMoved?.(at - first);
    this.onRefreshed?.(before);
    this.want(this.#view.first, this.#view.last); // it may have been scrolled away meanwhile
  }

  /** Numbers of the stretches in view and one third of a stretch around, at most five. */
  #near(first: number, last: number): number[] {
    const most = Math.max(0, Math.ceil((this.total ?? 1) / STRETCH) - 1);
    const from = Math.min(
      most,
      Math.max(0, Math.floor((first - STRETCH / 3) / STRETCH)),
    );
    const to = Math.min(
      most,
      from + 4,
      Math.floor((last + STRETCH / 3) / STRETCH),
    );
    return Array.from(
      { length: Math.max(1, to - from + 1) },
      (_, index) => from + index,
    );
  }

  #forgetFarthest(): void {
    if (this.#held.size <= MOST_STRETCHES) return;
    const middle = (this.#view.first + this.#view.last) / 2 / STRETCH;
    const kept = [...this.#held]
      .sort(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle))
      .slice(0, MOST_STRETCHES);
    this.#held = new Map(kept);
    this.#asked = new Set(kept.map(([stretch]) => stretch));
  }
}

function rowIn<Row>(
  held: ReadonlyMap<number, readonly Row[]>,
  index: number,
): Row | undefined {
  return held.get(Math.floor(index / STRETCH))?.[index % STRETCH];
}
