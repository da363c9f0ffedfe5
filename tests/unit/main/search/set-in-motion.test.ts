import { SearchEngine } from "#main/search/search-engine";
import { setInMotion } from "#main/search/set-in-motion";
import { expect, test, vi } from "vitest";

test("everything that answers is run: its own questions find texts, names and marks", async () => {
  const query = vi.spyOn(SearchEngine.prototype, "query");
  const close = vi.spyOn(SearchEngine.prototype, "close");
  await setInMotion();
  const answers = query.mock.results.map(({ value }) => value as unknown);
  expect(answers.length).toBeGreaterThan(0);
  expect(answers).toContainEqual(
    expect.objectContaining({
      groups: expect.arrayContaining([
        expect.objectContaining({ kind: "passage" }),
      ]) as unknown,
      names: expect.arrayContaining([
        expect.objectContaining({ kind: "item" }),
      ]) as unknown,
    }),
  );
  expect(close).toHaveBeenCalledOnce();
});
