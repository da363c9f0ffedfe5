import { EngineHolder } from "#main/search/engine-holder";
import { SearchEngine } from "#main/search/search-engine";
import { expect, test, vi } from "vitest";

test("memory is given back once, after nobody has asked for a while", async () => {
  const rest = vi.spyOn(SearchEngine.prototype, "rest");
  const nothing = (): void => undefined;
  const holder = new EngineHolder({
    file: ":memory:",
    onOpened: nothing,
    onLost: nothing,
    onBegun: nothing,
  });
  await holder.open();
  vi.useFakeTimers();
  holder.restSoon();
  for (let question = 0; question < 5; question += 1) {
    vi.advanceTimersByTime(1_000);
    holder.postponeRest();
  }
  expect(rest).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(rest).toHaveBeenCalledOnce();
  holder.postponeRest();
  vi.advanceTimersByTime(10_000);
  expect(rest).toHaveBeenCalledOnce();
  vi.useRealTimers();
  holder.close();
});
