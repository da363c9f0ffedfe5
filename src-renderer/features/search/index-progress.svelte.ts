import type { IndexState } from "#domain/search/hit";
import { ask } from "../../app/ask";
import { onChanges } from "../../app/bridge";

/** How far the index is, followed while it is shown. */
export class IndexProgress {
  state = $state.raw<IndexState | undefined>();

  /** Returns how to stop. */
  watch(): () => void {
    void this.#load();
    return onChanges(["search"], () => void this.#load());
  }

  async pauseOrResume(): Promise<void> {
    const isPaused = this.state?.state === "paused";
    await ask(isPaused ? "search/resume" : "search/pause", {});
    await this.#load();
  }

  async #load(): Promise<void> {
    this.state = await ask("search/state", {});
  }
}
