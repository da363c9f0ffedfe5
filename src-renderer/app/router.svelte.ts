import { untrack } from "svelte";
import type { Route } from "./route";

/** Where the window is, with a history like a browser's. */
export class Router {
  #entries = $state.raw<readonly Route[]>([{ screen: "library" }]);
  #at = $state(0);
  #moves = $state(0);
  readonly route = $derived<Route>(
    this.#entries[this.#at] ?? { screen: "library" },
  );
  readonly canGoBack = $derived(this.#at > 0);
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

  forward(): void {
    if (untrack(() => this.canGoForward)) this.#at += 1;
  }
}

export const router = new Router();
