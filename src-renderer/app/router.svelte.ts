import { untrack } from "svelte";
import { isSamePanes } from "./same-panes";
import type { Beside, ReaderRoute, Route } from "./route";

/** Where the window is, with a history like a browser's. */
export class Router {
  #entries = $state.raw<readonly Route[]>([{ screen: "library" }]);
  #at = $state(0);
  #moves = $state(0);
  #places: ((route: ReaderRoute) => ReaderRoute) | undefined;
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
      this.#keepPlaces(route);
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
    untrack(() => this.#step(this.#at - 1));
  }

  /** Back to the screen one came from, over all places within the present one; else to the library. */
  leave(): void {
    untrack(() => {
      const { screen } = this.route;
      const before = this.#entries
        .slice(0, this.#at)
        .findLastIndex((entry) => entry.screen !== screen);
      if (before >= 0) this.#step(before);
      else this.go({ screen: "library" });
    });
  }

  /** Opens something beside the item that was read last; an item alone, when nothing was read yet. */
  goBeside(beside: Beside): void {
    untrack(() => {
      const { lastRead } = this;
      if (!lastRead)
        return this.go(
          "note" in beside
            ? { screen: "notes", ...beside }
            : { screen: "reader", ...beside },
        );
      const present =
        this.route === lastRead ? this.#placed(lastRead) : lastRead;
      this.go({ ...present, beside });
    });
  }

  forward(): void {
    untrack(() => this.#step(this.#at + 1));
  }

  /**
   * While the reader is shown, `places` puts where one stands into its route: when one leaves, it is kept in the
   * history, and coming back leads there. Returns how to stop.
   */
  followPlaces(places: (route: ReaderRoute) => ReaderRoute): () => void {
    this.#places = places;
    return () => {
      if (this.#places === places) this.#places = undefined;
    };
  }

  #step(to: number): void {
    const entry = this.#entries[to];
    if (!entry) return;
    this.#keepPlaces(entry);
    this.#at = to;
  }

  #keepPlaces(next: Route): void {
    const { route } = this;
    if (route.screen === "reader" && !isSamePanes(route, next))
      this.replace(this.#placed(route));
  }

  #placed(route: ReaderRoute): ReaderRoute {
    return this.#places?.(route) ?? route;
  }
}

export const router = new Router();
