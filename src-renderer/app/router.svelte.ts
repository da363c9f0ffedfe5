import { untrack } from "svelte";
import type { ReaderPlace, Route } from "./route";

/** Where the window is, with a history like a browser's. */
export class Router {
  #entries = $state.raw<readonly Route[]>([{ screen: "library" }]);
  #at = $state(0);
  #moves = $state(0);
  readonly route = $derived<Route>(
    this.#entries[this.#at] ?? { screen: "library" },
  );
  readonly canGoBack = $derived(this.#at > 0);
  /** The last item that was read, also while it is shown. */
  readonly lastRead = $derived(
    this.#entries
      .slice(0, this.#at + 1)
      .findLast((entry) => entry.screen === "reader"),
  );
  readonly canGoForward = $derived(this.#at < this.#entries.length - 1);
  /** Changes with every move, also to the same place, so that a screen can light a target again. */
  readonly visit = $derived(`${this.#at}:${this.#moves}`);

  go(route: Route): void {
    untrack(() => {
      this.#entries = [...this.#entries.slice(0, this.#at + 1), route];
      this.#at = this.#entries.length - 1;
      this.#moves += 1;
    });
  }

  /** Changes the present place without a new step in the history (a selection within a screen). */
  replace(route: Route): void {
    untrack(() => {
      this.#entries = this.#entries.map((entry, index) =>
        index === this.#at ? route : entry,
      );
    });
  }

  back(): void {
    if (untrack(() => this.canGoBack)) this.#at -= 1;
  }

  /** Back to the screen one came from, over all places within the present one; else to the library. */
  leave(): void {
    untrack(() => {
      const { screen } = this.route;
      const before = this.#entries
        .slice(0, this.#at)
        .findLastIndex((entry) => entry.screen !== screen);
      if (before >= 0) this.#at = before;
      else this.go({ screen: "library" });
    });
  }

  /** Opens a place of an item beside the one that was read last; alone, when nothing was read yet. */
  goBeside(place: ReaderPlace): void {
    const { lastRead } = untrack(() => this);
    this.go(
      lastRead
        ? { ...lastRead, beside: place }
        : { screen: "reader", ...place },
    );
  }

  forward(): void {
    if (untrack(() => this.canGoForward)) this.#at += 1;
  }
}

export const router = new Router();
