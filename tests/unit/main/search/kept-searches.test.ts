import { handOverSearches } from "#main/search/hand-over-searches";
import { KeptSearches } from "#main/search/kept-searches";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const inFolder = useTemporaryFolder();
const NOW = Date.UTC(2026, 10, 24, 9);
const search = {
  name: "About standing",
  text: "legitimacy kind:position",
  any: false,
  aliases: true,
};
let kept: KeptSearches;
beforeEach(() => {
  kept = new KeptSearches({
    library: inFolder("library"),
    historyFolder: inFolder("history"),
  });
});
const folder = () => inFolder("library", "searches");

test("a search is kept as a file of the library, is changed there, and goes to the trash", async () => {
  expect(await kept.list()).toEqual([]);
  await kept.save(search, NOW);
  const [first] = await kept.list();
  expect(first).toMatchObject(search);
  const path = join(folder(), `${first?.id}.json`);
  const newer = { ...JSON.parse(await readFile(path, "utf8")), colour: "red" };
  await writeFile(path, JSON.stringify(newer));
  await kept.save({ ...search, name: "Standing", id: first?.id }, NOW);
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({
    name: "Standing",
    colour: "red",
  });
  expect(await kept.remove(first?.id ?? "", NOW)).toMatchObject({ ok: true });
  expect(await kept.list()).toEqual([]);
  const trash = inFolder("library", "trash", "2026-11-24");
  expect(await readdir(trash)).toEqual([`${first?.id}.json`]);
});

test("an id never leads out of the folder, and a file that cannot be read stays and is not listed", async () => {
  await mkdir(folder(), { recursive: true });
  const broken = join(folder(), `s_${"0".repeat(26)}.json`);
  await writeFile(broken, "{");
  await kept.save({ ...search, id: "../../elsewhere" }, NOW);
  await kept.remove("../searches", NOW);
  expect(await kept.list()).toHaveLength(1);
  expect(await readFile(broken, "utf8")).toBe("{");
});

test("what cannot be read, or is of a newer version, is told and never replaced, and no problem any more once it is mended", async () => {
  await mkdir(folder(), { recursive: true });
  const id = `s_${"0".repeat(26)}`;
  const path = join(folder(), `${id}.json`);
  for (const text of ["{", JSON.stringify({ ...search, v: 2 })]) {
    await writeFile(path, text);
    expect(await kept.list()).toEqual([]);
    expect(kept.problems).toMatchObject([
      { code: "kept-search-unreadable", path: `searches/${id}.json` },
    ]);
    expect(await kept.save({ ...search, id }, NOW)).toMatchObject({
      ok: false,
      failure: { code: "library-damaged", path: `searches/${id}.json` },
    });
    expect(await readFile(path, "utf8")).toBe(text);
  }
  await writeFile(path, JSON.stringify({ ...search, v: 1 }));
  expect(await kept.list()).toHaveLength(1);
  expect(kept.problems).toEqual([]);
});

test("what was kept in the program's own folder is brought into the library, and what is no search is not", async () => {
  const id = `s_${"1".repeat(26)}`;
  expect(await handOverSearches([{ id, ...search }], kept, NOW)).toEqual([]);
  expect(await kept.list()).toEqual([{ id, ...search }]);
  expect(await handOverSearches([{ id }], kept, NOW)).toEqual([]);
  expect(await handOverSearches("nonsense", kept, NOW)).toEqual([]);
});

test("what cannot be written into the library is given back", async () => {
  await writeFile(inFolder("library"), "a file where the folder should be");
  const left = [{ id: `s_${"1".repeat(26)}`, ...search }];
  expect(await handOverSearches(left, kept, NOW)).toEqual(left);
});
