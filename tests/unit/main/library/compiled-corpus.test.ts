import { compileCorpus, openCorpus } from "#main/library/compiled-corpus";
import { loadCorpus } from "#main/library/load-corpus";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-memoire-unit-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("gives the same collection as its sources, texts included", async () => {
  const source = await loadCorpus("resources");
  const file = join(folder, "corpus.json");
  await writeFile(file, compileCorpus(source));
  const opened = await openCorpus(file, join(folder, "no sources"));
  expect(opened.knowledge).toEqual(source.knowledge);
  expect([...opened.items.keys()]).toEqual([...source.items.keys()]);
  for (const [id, item] of source.items) {
    const again = opened.items.get(id);
    expect(again?.metadata).toEqual(item.metadata);
    expect(again?.words()).toBe(item.words());
    expect(again?.structured()).toEqual(item.structured());
  }
});

it.each([
  ["absent", undefined],
  ["cut short", '{"form":2,"items":[{'],
  ["of another form", '{"form":1,"items":[]}'],
])("reads the sources where the compiled file is %s", async (_what, text) => {
  const file = join(folder, "corpus.json");
  if (text !== undefined) await writeFile(file, text);
  const opened = await openCorpus(file, "resources");
  expect(opened.items.size).toBeGreaterThan(10);
});
