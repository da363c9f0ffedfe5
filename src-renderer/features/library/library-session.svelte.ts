import type { ItemSummary, LibraryOverview } from "#bridge/contract/library";
import { compareHistoricalDates } from "#domain/historical-date";
import { readStateOf, type ReadState } from "#domain/library/reading-position";
import { appSession } from "../../app/app-session.svelte";

/** Which part of the library is listed. */
export type Scope =
  | { readonly kind: "all" }
  | { readonly kind: "state"; readonly state: ReadState }
  | { readonly kind: "collection"; readonly id: string }
  | { readonly kind: "tag"; readonly tag: string };

export type Column = "title" | "kind" | "date" | "words" | "read";

/** One line of the list at the left. */
export interface ScopeEntry {
  readonly label: string;
  readonly count: number;
  readonly scope: Scope;
}

const MOST_TAGS = 12;

const COMPARE: Readonly<
  Record<Column, (a: ItemSummary, b: ItemSummary) => number>
> = {
  title: (a, b) => a.title.localeCompare(b.title, "en"),
  kind: (a, b) => a.kind.localeCompare(b.kind, "en"),
  date: (a, b) => compareHistoricalDates(a.date ?? "", b.date ?? ""),
  words: (a, b) => a.words - b.words,
  read: (a, b) => (a.position?.progress ?? 0) - (b.position?.progress ?? 0),
};

/** The library screen: what is listed, in which order, and what is chosen. Kept while other screens are shown. */
export class LibrarySession {
  readonly #source: { readonly overview: LibraryOverview | undefined };
  scope = $state.raw<Scope>({ kind: "all" });
  /** Without a column items stand in the reading order of their collections. */
  sort = $state.raw<{
    readonly column: Column;
    readonly isDescending: boolean;
  }>();
  #chosen = $state<string>();

  constructor(source: { readonly overview: LibraryOverview | undefined }) {
    this.#source = source;
  }

  get overview(): LibraryOverview | undefined {
    return this.#source.overview;
  }

  readonly rows = $derived.by(() => {
    const inScope = (this.overview?.items ?? []).filter((item) =>
      isIn(item, this.scope),
    );
    const { sort } = this;
    if (!sort) return inScope;
    const sorted = inScope.toSorted(COMPARE[sort.column]);
    return sort.isDescending ? sorted.reverse() : sorted;
  });

  readonly selected = $derived(
    this.rows.find((item) => item.id === this.#chosen) ?? this.rows[0],
  );

  readonly states = $derived<readonly ScopeEntry[]>([
    this.#entry("All items", { kind: "all" }),
    this.#entry("Unread", { kind: "state", state: "unread" }),
    this.#entry("Reading", { kind: "state", state: "reading" }),
    this.#entry("Read", { kind: "state", state: "read" }),
  ]);

  readonly collections = $derived(
    (this.overview?.collections ?? []).map(({ id, title }) =>
      this.#entry(title, { kind: "collection", id }),
    ),
  );

  readonly tags = $derived.by(() => {
    const tags = new Set(
      (this.overview?.items ?? []).flatMap((item) => item.tags),
    );
    return [...tags]
      .map((tag) => this.#entry(tag, { kind: "tag", tag }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "en"))
      .slice(0, MOST_TAGS);
  });

  choose(id: string): void {
    this.#chosen = id;
  }

  show(scope: Scope): void {
    this.scope = scope;
  }

  /** Up, then down, then back to the reading order. */
  sortBy(column: Column): void {
    const { sort } = this;
    if (sort?.column !== column) this.sort = { column, isDescending: false };
    else
      this.sort = sort.isDescending
        ? undefined
        : { column, isDescending: true };
  }

  /** The row a key leads to; `undefined` for other keys. */
  neighbour(key: string): ItemSummary | undefined {
    const { rows, selected } = this;
    const at = selected ? rows.indexOf(selected) : -1;
    if (key === "ArrowDown") return rows[Math.min(at + 1, rows.length - 1)];
    if (key === "ArrowUp") return rows[Math.max(at - 1, 0)];
    if (key === "Home") return rows[0];
    if (key === "End") return rows.at(-1);
    return undefined;
  }

  #entry(label: string, scope: Scope): ScopeEntry {
    return {
      label,
      scope,
      count: (this.overview?.items ?? []).filter((item) => isIn(item, scope))
        .length,
    };
  }
}

export const librarySession = new LibrarySession(appSession);

export function isSameScope(a: Scope, b: Scope): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isIn(item: ItemSummary, scope: Scope): boolean {
  switch (scope.kind) {
    case "all":
      return true;
    case "state":
      return readStateOf(item.position) === scope.state;
    case "collection":
      return item.collection === scope.id;
    case "tag":
      return item.tags.includes(scope.tag);
  }
}
