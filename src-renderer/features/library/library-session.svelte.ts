import type {
  CatalogueOverview,
  CatalogueRow,
  LibraryFilter,
  LibrarySort,
  SortColumn,
} from "#bridge/contract/catalogue";
import { DEFAULT_SETTINGS } from "#bridge/contract/settings";
import { ok } from "#domain/result";
import { appSession } from "../../app/app-session.svelte";
import { onChanges, request } from "../../app/bridge";
import { Stretches, type FetchRows } from "../../app/stretches.svelte";
import { tidyFilters } from "./filter-words";
import { ALL, filterOf, isSameScope, type Filters, type Scope } from "./scope";
import { Selection } from "./selection.svelte";
import { findTyped, TypedLetters } from "./type-ahead";

/** Typing in the filter field asks when it pauses. */
const TYPING_PAUSE_MS = 120;
/** The most rows main gives at once. */
const MOST_ROWS = 500;

/** The library screen: what is listed, in which order, and what is chosen. Kept while other screens are shown. */
export class LibrarySession {
  scope = $state.raw<Scope>(ALL);
  filters = $state.raw<Filters>({});
  /** Where the list is scrolled to, in pixels; kept for coming back. */
  scrollTop = 0;
  readonly list = new Stretches<CatalogueRow>((row) => row.id);
  readonly selection = new Selection(this.list, () => this.allIds());
  readonly #typed = new TypedLetters();
  #timer = 0;
  #isBegun = false;
  #isFollowing = false;
  /** Something may have changed while the screen was not shown. */
  #isStale = false;

  readonly sort = $derived<LibrarySort>(
    appSession.settings?.librarySort ?? DEFAULT_SETTINGS.librarySort,
  );
  readonly isNarrowed = $derived(Object.keys(this.filters).length > 0);
  readonly isItemList = $derived(
    this.scope.kind !== "trash" && this.scope.kind !== "duplicates",
  );
  /** The collection that is listed, if one is. */
  readonly collection = $derived.by(() => {
    const { scope } = this;
    return scope.kind === "collection"
      ? this.overview?.collections.find(({ id }) => id === scope.id)
      : undefined;
  });

  get overview(): CatalogueOverview | undefined {
    return appSession.overview;
  }

  get filter(): LibraryFilter {
    return filterOf(this.scope, this.filters);
  }

  /** Asks for the list, also before there is a screen to show it on. */
  begin(): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    void this.#ask();
    this.list.onRefreshed = (before) =>
      this.selection.follow(before(this.selection.active));
    appSession.alongOverview(async () => {
      if (this.#isFollowing) return this.list.askAgain();
      this.#isStale = true;
      return () => undefined;
    });
    onChanges(["notes", "reviews"], () => {
      if (this.#isFollowing) this.list.refresh();
      else this.#isStale = true;
    });
  }

  /** Follows changes while the screen is shown; returns how to stop. */
  start(): () => void {
    this.begin();
    if (this.#isStale) this.list.refresh();
    this.#isStale = false;
    this.#isFollowing = true;
    return () => {
      this.#isFollowing = false;
      this.#isStale = true;
    };
  }

  show(scope: Scope): void {
    if (isSameScope(scope, this.scope)) return;
    this.scope = scope;
    if (this.isItemList) void this.#ask();
  }

  /** Narrows the list to what all given parts hold for. */
  narrow(filters: Filters): void {
    this.filters = tidyFilters(filters);
    void this.#ask();
  }

  /** The words of the filter field, as they are typed. */
  narrowByText(text: string): void {
    this.filters = tidyFilters({ ...this.filters, text });
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(), TYPING_PAUSE_MS);
  }

  /** Up, then down, then back to the reading order. */
  sortBy(column: SortColumn): void {
    const { by, isDescending } = this.sort;
    if (by !== column) this.sortAs({ by: column, isDescending: false });
    else if (isDescending) this.sortAs(DEFAULT_SETTINGS.librarySort);
    else this.sortAs({ by, isDescending: true });
  }

  sortAs(librarySort: LibrarySort): void {
    void appSession.change({ librarySort });
    void this.#ask();
  }

  /** Everything, what came last first. */
  showNewest(): void {
    this.scope = ALL;
    this.filters = {};
    this.sortAs({ by: "added", isDescending: true });
  }

  /** All ids of the list in its order. */
  async allIds(): Promise<readonly string[]> {
    const { filter, sort } = this;
    const reply = await request("library/query-ids", { filter, sort });
    return reply.ok ? reply.value : [];
  }

  /** The rows of these ids, as far as they are in the list; those that are not held are asked for. */
  async rowsOf(ids: ReadonlySet<string>): Promise<CatalogueRow[]> {
    const rows: CatalogueRow[] = [];
    const fetch = this.#fetchFor(this.filter, this.sort);
    const total = this.list.total ?? 0;
    const held = [...ids].map((id) => this.list.indexOf(id));
    if (held.every((index) => index !== undefined))
      return held.flatMap((index) => this.list.row(index ?? -1) ?? []);
    for (let from = 0; from < total && rows.length < ids.size;) {
      const reply = await fetch(from, MOST_ROWS);
      if (!reply.ok) break;
      rows.push(...reply.value.rows.filter(({ id }) => ids.has(id)));
      from += MOST_ROWS;
    }
    return rows;
  }

  /** A letter typed over the list goes to the next item whose title begins so. */
  async typeAhead(letter: string): Promise<void> {
    const typed = this.#typed.add(letter);
    const { filter, sort, selection } = this;
    const at = await findTyped({
      typed,
      list: this.list,
      after: typed.length === 1 ? selection.active + 1 : selection.active,
      query: async (text) => {
        const words = [filter.text, text].filter(Boolean).join(" ");
        const fetch = this.#fetchFor({ ...filter, text: words }, sort);
        const reply = await fetch(0, MOST_ROWS);
        return reply.ok ? reply.value.rows : [];
      },
      allIds: () => this.allIds(),
    });
    if (at !== undefined && typed === this.#typed.letters) selection.only(at);
  }

  get isTyping(): boolean {
    return this.#typed.letters !== "";
  }

  async #ask(): Promise<void> {
    window.clearTimeout(this.#timer);
    const { filter } = this;
    // At the start main knows the order sooner than the window does.
    const sort = appSession.settings ? this.sort : undefined;
    const isShown = await this.list.show(this.#fetchFor(filter, sort));
    if (!isShown) return;
    this.scrollTop = 0;
    this.onShown?.();
    this.selection.reset();
  }

  /** Told when another list came: the view goes to its top. */
  onShown: (() => void) | undefined;

  #fetchFor(
    filter: LibraryFilter,
    sort: LibrarySort | undefined,
  ): FetchRows<CatalogueRow> {
    return async (from, count) => {
      const reply = await request("library/query", {
        filter,
        ...(sort && { sort }),
        from,
        count: Math.min(count, MOST_ROWS),
      });
      return reply.ok
        ? ok({ total: reply.value.total, rows: reply.value.rows })
        : reply;
    };
  }
}

export const librarySession = new LibrarySession();
