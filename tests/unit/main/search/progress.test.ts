import type { IndexState } from "#domain/search/hit";
import { Progress } from "#main/search/progress";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.useRealTimers());

const at = (state: IndexState["state"], done = 1): IndexState => ({
  state,
  done,
  total: 3,
});

test("each change is told once", () => {
  const told: IndexState[] = [];
  const progress = new Progress((state) => told.push(state));
  for (const state of [at("building"), at("building"), at("building", 2)])
    progress.report(state);
  expect(told).toEqual([at("building"), at("building", 2)]);
});

test.each(["ready", "paused"] as const)(
  "a question that waits for a small index is let go when that is %s",
  async (state) => {
    // No time passes: nothing but the state lets it go.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const progress = new Progress(() => undefined);
    const waiting = progress.soonReady(at("building"));
    progress.report(at("building", 2));
    progress.report(at(state, 2));
    await waiting;
    expect(vi.getTimerCount()).toBe(0);
  },
);

test("patience ends", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const progress = new Progress(() => undefined);
  const waiting = progress.soonReady(at("building"));
  await vi.advanceTimersByTimeAsync(2_000);
  await waiting;
  await progress.soonReady(at("building"));
});
