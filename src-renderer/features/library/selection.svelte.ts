import type { CatalogueRow } from "#bridge/contract/catalogue";
import type { Stretches } from "../../app/stretches.svelte";

/** Which rows are chosen, and which has the keyboard. Rows that are not held are named by their ids alone. */
export class Selection {
  readonly #list: Stretches<CatalogueRow>;
  readonly #allIds: () => Promise<readonly string[]>;
  /** In the order of the list, or in which they were chosen. */
  chosen = $state.raw<ReadonlySet<string>>(new Set());
  /** Index of the row that has the keyboard. */
  active = $state(0);
  /** Where a range begins. */
  #anchor = 0;
  /** The row that had the keyboard, while it stands where no rows are held. */
  #strayed = $state.raw<CatalogueRow | undefined>();
  /** Rows were taken away: the one that comes in their place gets the keyboard. */
  #isLeft = false;
  /** Nothing was chosen by the person: the first row stands in. */
  #isByDefault = true;
  #latest = 0;

  readonly row = $derived.by(
    () => this.#strayed ?? this.#list.row(this.active),
  );
  readonly count = $derived(this.chosen.size);

  constructor(
    list: Stretches<CatalogueRow>,
    allIds: () => Promise<readonly string[]>,
  ) {
    this.#list = list;
    this.#allIds = allIds;
  }

  has(id: string): boolean {
    return this.chosen.has(id);
  }

  /** Another list: its first row stands in until the person chooses. */
  reset(): void {
    this.only(0);
    this.#isByDefault = true;
  }

  only(index: number): void {
    const at = this.#clamp(index);
    this.#latest += 1;
    this.#strayed = undefined;
    this.#isLeft = false;
    this.active = at;
    this.#anchor = at;
    this.#isByDefault = false;
    const row = this.#list.row(at);
    this.chosen = new Set(row ? [row.id] : []);
    if (!row) void this.#chooseLater(at);
  }

  /** Moves the keyboard without choosing. */
  walk(index: number): void {
    this.#latest += 1;
    this.#strayed = undefined;
    this.active = this.#clamp(index);
  }

  toggle(index: number): void {
    const row = this.#list.row(index);
    if (!row) return;
    const chosen = new Set(this.#isByDefault ? [] : this.chosen);
    if (!chosen.delete(row.id)) chosen.add(row.id);
    this.#latest += 1;
    this.#strayed = undefined;
    this.#isByDefault = false;
    this.active = index;
    this.#anchor = index;
    this.chosen = chosen;
  }

  /** Chooses everything from where the range began to here. */
  async extendTo(index: number): Promise<void> {
    const at = this.#clamp(index);
    const mine = ++this.#latest;
    this.#strayed = undefined;
    this.active = at;
    this.#isByDefault = false;
    const [from, to] = [Math.min(at, this.#anchor), Math.max(at, this.#anchor)];
    const held = this.#list.between(from, to)?.map(({ id }) => id);
    const ids = held ?? (await this.#allIds()).slice(from, to + 1);
    if (mine === this.#latest) this.chosen = new Set(ids);
  }

  async all(): Promise<void> {
    const mine = ++this.#latest;
    const ids = await this.#allIds();
    if (mine !== this.#latest) return;
    this.#isByDefault = false;
    this.chosen = new Set(ids);
  }

  /** After the list was asked for again: the row that had the keyboard may stand elsewhere, or be gone. */
  follow(before: CatalogueRow | undefined): void {
    const row = this.#strayed ?? before;
    const at = row ? this.#list.indexOf(row.id) : undefined;
    if (this.#isByDefault) this.reset();
    else if (at !== undefined) {
      this.#strayed = undefined;
      this.#moveTo(at);
    } else if (row && !this.#isLeft) void this.#findAgain(row);
    else this.only(this.active);
  }

  /** Rows are about to go: the keyboard waits at the first of them for what comes in their place. */
  leave(ids: readonly string[]): void {
    const held = ids.flatMap((id) => this.#list.indexOf(id) ?? []);
    if (held.length > 0) this.active = Math.min(...held);
    this.#strayed = undefined;
    this.#isLeft = true;
    this.chosen = new Set();
  }

  #moveTo(at: number): void {
    if (this.#anchor === this.active) this.#anchor = at;
    this.active = at;
  }

  /** What came or went has put the row where no rows are held: the list of all tells its place, or that it is gone. */
  async #findAgain(row: CatalogueRow): Promise<void> {
    const mine = ++this.#latest;
    this.#strayed = row;
    const at = (await this.#allIds()).indexOf(row.id);
    if (mine !== this.#latest) return;
    if (at === -1) this.only(this.active);
    else this.#moveTo(at);
  }

  #clamp(index: number): number {
    return Math.max(0, Math.min(index, (this.#list.total ?? 0) - 1));
  }

  /** A row far away is not held yet: its id comes from the list of all. */
  async #chooseLater(index: number): Promise<void> {
    const mine = this.#latest;
    const id = (await this.#allIds())[index];
    if (mine === this.#latest && id !== undefined) this.chosen = new Set([id]);
  }
}
