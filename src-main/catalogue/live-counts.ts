import { countDueByItem } from "#domain/study/count-due-by-item";
import { studyDayOf } from "#domain/study/study-day";
import type { Card } from "#domain/study/card";
import type { Memory } from "#domain/study/memory";

export interface LiveCountsOptions {
  readonly notes: {
    /** Raised by every change. */
    readonly version: number;
    /** The items that notes are written on, each as often as it is. */
    targets(): Iterable<string>;
  };
  readonly cards: () => readonly Card[];
  readonly memories: () => ReadonlyMap<string, Memory>;
  /** Where an item's id leads. */
  readonly keptFor: (id: string) => string;
}

type Counts = ReadonlyMap<string, number>;

/** How many notes and due cards each item has. Counted anew only when notes, reviews or the time changed them. */
export class LiveCounts {
  readonly #options: LiveCountsOptions;
  #notes: { readonly counts: Counts; readonly version: number } | undefined;
  #due: { readonly counts: Counts; readonly until: number } | undefined;
  #shownNotes: Counts = new Map();
  #shownDue: Counts = new Map();

  constructor(options: LiveCountsOptions) {
    this.#options = options;
  }

  /** Reviews or cards are others than before. */
  reviewsChanged(): void {
    this.#due = undefined;
  }

  /** Ids lead elsewhere than before: everything is counted anew. */
  idsChanged(): void {
    this.#notes = undefined;
    this.#due = undefined;
  }

  noteCount(id: string): number {
    return this.#shownNotes.get(id) ?? 0;
  }

  dueCount(id: string): number {
    return this.#shownDue.get(id) ?? 0;
  }

  /** Counts what is outdated; returns the items whose counts are other than before. */
  refresh(now: number): readonly string[] {
    const changed = new Set<string>();
    const { version } = this.#options.notes;
    if (this.#notes?.version !== version) {
      this.#notes = { counts: this.#countNotes(), version };
      addDifference(changed, this.#shownNotes, this.#notes.counts);
      this.#shownNotes = this.#notes.counts;
    }
    if (!this.#due || now >= this.#due.until) {
      this.#due = this.#countDue(now);
      addDifference(changed, this.#shownDue, this.#due.counts);
      this.#shownDue = this.#due.counts;
    }
    return [...changed];
  }

  #countNotes(): Counts {
    const { notes, keptFor } = this.#options;
    const counts = new Map<string, number>();
    for (const target of notes.targets()) {
      const item = keptFor(target);
      counts.set(item, (counts.get(item) ?? 0) + 1);
    }
    return counts;
  }

  #countDue(now: number): { counts: Counts; until: number } {
    const { cards, memories, keptFor } = this.#options;
    const { endsAt } = studyDayOf(now, -new Date(now).getTimezoneOffset());
    const { counts, until } = countDueByItem(cards(), memories(), now, endsAt);
    const kept = new Map<string, number>();
    for (const [id, count] of counts) {
      const item = keptFor(id);
      kept.set(item, (kept.get(item) ?? 0) + count);
    }
    return { counts: kept, until };
  }
}

function addDifference(
  changed: Set<string>,
  before: Counts,
  after: Counts,
): void {
  for (const [id, count] of before)
    if (after.get(id) !== count) changed.add(id);
  for (const id of after.keys()) if (!before.has(id)) changed.add(id);
}
