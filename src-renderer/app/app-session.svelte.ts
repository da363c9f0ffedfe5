import type { About } from "#bridge/contract/app";
import type { CatalogueOverview } from "#bridge/contract/catalogue";
import type { LibraryProblem } from "#bridge/contract/library";
import type { Settings } from "#bridge/contract/settings";
import type { StudyCounts } from "#bridge/contract/study";
import type { Failure } from "#domain/failure";
import { onChanges, request } from "./bridge";
import { coalesce } from "./coalesce";
import { failureSentence } from "./failure-words";
import { notices } from "./notices.svelte";

/** While reading or importing, changes come many in a second; counts need not follow each. */
const REFRESH_GAP_MS = 250;

/** What the window as a whole knows: settings, the library's overview and how much is due. */
class AppSession {
  settings = $state.raw<Settings>();
  overview = $state.raw<CatalogueOverview>();
  overviewFailure = $state.raw<Failure>();
  counts = $state.raw<StudyCounts>();
  about = $state.raw<About>();
  #dismissed = $state.raw<ReadonlySet<string>>(new Set());
  #saidShown = false;
  readonly #along = new Set<() => Promise<() => void>>();
  /** The first screen has been painted. What can come a moment later waits for it. */
  isShown = $state(false);

  readonly problems = $derived(
    (this.overview?.problems ?? []).filter(
      (problem) => !this.#dismissed.has(keyOf(problem)),
    ),
  );
  readonly dueCount = $derived(
    (this.counts?.due ?? 0) + (this.counts?.learning ?? 0),
  );

  /** Asks for everything and keeps it fresh; returns how to stop. */
  start(): () => void {
    void this.loadOverview();
    void this.#loadSettings();
    const stopOverview = onChanges(
      ["library", "positions", "problems"],
      coalesce(() => this.loadOverview(), REFRESH_GAP_MS),
    );
    const stopSettings = onChanges(
      ["settings"],
      () => void this.#loadSettings(),
    );
    const stopCounts = onChanges(
      ["reviews", "knowledge", "library", "settings"],
      coalesce(() => this.#loadCounts(), REFRESH_GAP_MS),
    );
    return () => {
      stopOverview();
      stopSettings();
      stopCounts();
    };
  }

  /** Has something asked for whenever the overview is, and shown in the same moment, so that their counts agree; returns how to stop. */
  alongOverview(ask: () => Promise<() => void>): () => void {
    this.#along.add(ask);
    return () => this.#along.delete(ask);
  }

  async loadOverview(): Promise<void> {
    const [result, ...shows] = await Promise.all([
      request("library/overview", {}),
      ...[...this.#along].map((ask) => ask()),
    ]);
    for (const show of shows) show();
    if (result.ok) {
      this.overview = result.value;
      this.overviewFailure = undefined;
    } else {
      this.overviewFailure = result.failure;
    }
  }

  /**
   * Tells main once that the first screen is painted: two frames after it was made. What is due is asked for then: all
   * cards are made for it, which the first screen need not wait for.
   */
  sayShown(): void {
    if (this.#saidShown) return;
    this.#saidShown = true;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.isShown = true;
        void request("app/shown", {});
        void this.#loadCounts();
      }),
    );
  }

  async change(changes: Partial<Settings>): Promise<void> {
    const before = this.settings;
    if (before) this.settings = { ...before, ...changes };
    const result = await request("settings/set", changes);
    if (result.ok) this.settings = result.value;
    else {
      this.settings = before;
      notices.trouble(failureSentence(result.failure));
    }
  }

  async reopen(): Promise<void> {
    const result = await request("library/reopen", {});
    if (!result.ok) notices.trouble(failureSentence(result.failure));
    this.#dismissed = new Set();
    await this.loadOverview();
  }

  async chooseFolder(): Promise<void> {
    const result = await request("library/choose-folder", {});
    if (!result.ok) notices.trouble(failureSentence(result.failure));
    else if (result.value) {
      this.#dismissed = new Set();
      notices.say(`The library is now at ${result.value.path}.`);
      await this.loadOverview();
      await this.#loadCounts();
    }
  }

  async showInFolder(path?: string): Promise<void> {
    const result = await request(
      "library/show-in-folder",
      path === undefined ? {} : { path },
    );
    if (!result.ok) notices.trouble(failureSentence(result.failure));
  }

  async loadAbout(): Promise<void> {
    if (this.about) return;
    const result = await request("app/about", {});
    if (result.ok) this.about = result.value;
  }

  dismiss(problem: LibraryProblem): void {
    this.#dismissed = new Set([...this.#dismissed, keyOf(problem)]);
  }

  async #loadSettings(): Promise<void> {
    const result = await request("settings/get", {});
    if (result.ok) this.settings = result.value;
    else notices.trouble(failureSentence(result.failure));
  }

  async #loadCounts(): Promise<void> {
    const result = await request("study/counts", {});
    if (result.ok) this.counts = result.value;
  }
}

export const appSession = new AppSession();

function keyOf(problem: LibraryProblem): string {
  return `${problem.code} ${problem.path} ${problem.count} ${problem.detail}`;
}
