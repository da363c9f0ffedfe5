import { existsSync } from "node:fs";
import { mkdir, open, stat, truncate, writeFile } from "node:fs/promises";
import { SearchEngine } from "#main/search/search-engine";
import { expect, test, vi } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";
import { itemOf, noteOf } from "./engine-of";
import { keepIndex } from "./keep-index";

const many = (count: number, word = "silence") =>
  Array.from({ length: count }, (_, index) =>
    itemOf(`i${index}`, `${word} number${index}`),
  );
const folder = useTemporaryFolder();
const place = () => folder("deep", "index.sqlite3");

async function built(count = 100) {
  const index = keepIndex(place(), many(count));
  await index.tell();
  await index.ready();
  index.keeper.close();
  return index;
}

test("everything that is told is asked for, indexed and found, with progress", async () => {
  const index = keepIndex(place(), [...many(100), noteOf("n", "silence")]);
  await index.tell();
  await index.ready();
  expect(await index.find("silence ")).toHaveLength(50);
  expect(await index.find("number42 ")).toEqual(["i42"]);
  const done = index.replies.flatMap((reply) =>
    reply.kind === "state" ? [reply.index.done] : [],
  );
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(index.keeper.state).toEqual({
    state: "ready",
    done: 101,
    total: 101,
    rebuilt: "absent",
  });
  index.keeper.close();
});

test("where nothing changed since, nothing is asked for, and the database is not even opened", async () => {
  await built();
  const before = await stat(place());
  const again = keepIndex(place(), many(100));
  await again.tell();
  expect(again.keeper.state).toEqual({ state: "ready", done: 100, total: 100 });
  expect(again.wanted()).toEqual([]);
  expect(existsSync(`${place()}.lock`)).toBe(false);
  expect((await stat(place())).mtimeMs).toBe(before.mtimeMs);
  expect(await again.find("number42 ")).toEqual(["i42"]);
  again.keeper.close();
});

test("an index that was left is opened when somebody is about to ask, and not begun anew", async () => {
  await built();
  const again = keepIndex(place(), many(100));
  await again.tell();
  expect(existsSync(`${place()}.lock`)).toBe(false);
  again.keeper.expectQuestion();
  await expect.poll(() => existsSync(`${place()}.lock`)).toBe(true);
  expect(await again.find("number42 ")).toEqual(["i42"]);
  expect(again.keeper.state).toEqual({ state: "ready", done: 100, total: 100 });
  expect(again.wanted()).toEqual([]);
  again.keeper.close();
});

test("how many texts there are is told rightly while some are saved, told by themselves, changed and removed", async () => {
  const { keeper, library, ...index } = keepIndex(place(), many(3));
  const count = async (): Promise<number> => {
    await index.ready();
    const { done, total } = keeper.state;
    expect(done).toBe(total);
    return total;
  };
  await index.tell();
  expect(await count()).toBe(3);
  const told = ["a", "b"].map((id) => noteOf(id, "silence"));
  for (const each of told) library.set(each.key, each);
  await keeper.tellPart("note/", told);
  expect(await count()).toBe(5);
  keeper.put([noteOf("c", "silence")], []);
  expect(await count()).toBe(6);
  keeper.put([noteOf("c", "noise")], []);
  expect(await count()).toBe(6);
  await keeper.tellPart("note/", told.slice(0, 1));
  expect(await count()).toBe(4);
  keeper.remove(["item/i0", "item/i0", "item/none"]);
  expect(await index.find("silence ")).toEqual(["a", "i1", "i2"]);
  expect(await count()).toBe(3);
  library.delete("item/i0");
  library.delete("note/b");
  keeper.close();
  const again = keepIndex(place(), [...library.values()]);
  await again.tell();
  expect(await again.find("noise ")).toEqual([]);
  expect(again.keeper.state).toMatchObject({ state: "ready", total: 3 });
  again.keeper.put([noteOf("d", "silence")], []);
  await again.until(({ total }) => total === 4);
  again.keeper.close();
});

test("only what changed, came or went since is asked for and taken out", async () => {
  await built();
  const [first, second, ...others] = many(100);
  const again = keepIndex(place(), [
    ...others,
    itemOf(second?.id ?? "", "noise"),
    noteOf("new", "silence anew"),
  ]);
  await again.tell();
  await again.ready();
  expect(again.wanted().sort()).toEqual(["item/i1", "note/new"]);
  expect(await again.find("number0 ")).toEqual([]);
  expect(first?.id).toBe("i0");
  expect(await again.find("noise ")).toEqual(["i1"]);
  expect(await again.find("anew ")).toEqual(["new"]);
  again.keeper.close();
});

test("what is saved while everything is being told is found, and not taken for gone at the end", async () => {
  const index = keepIndex(place(), many(3));
  index.keeper.tell([{ key: "item/i0", fingerprint: "silence number0" }]);
  index.keeper.put([noteOf("fresh", "zymurgy")], []);
  expect(await index.find("zymurgy ")).toEqual(["fresh"]);
  index.library.set("note/fresh", noteOf("fresh", "zymurgy"));
  await index.keeper.told();
  await index.ready();
  expect(await index.find("zymurgy ")).toEqual(["fresh"]);
  index.keeper.close();
});

test("what was saved just before it is asked for is found", async () => {
  const index = keepIndex(place(), many(10));
  await index.tell();
  await index.ready();
  index.keeper.put([itemOf("new", "a secret treaty")], []);
  expect(await index.find("treaty ")).toEqual(["new"]);
  index.keeper.put([itemOf("new", "an open treaty")], []);
  expect(await index.find("secret ")).toEqual([]);
  index.keeper.close();
});

test("all there is of one kind can be told by itself", async () => {
  const index = keepIndex(place(), [
    ...many(2),
    noteOf("a", "x"),
    noteOf("b", "x"),
  ]);
  await index.tell();
  await index.ready();
  index.library.delete("note/a");
  index.library.set("note/c", noteOf("c", "x"));
  await index.keeper.tellPart("note/", [
    { key: "note/b", fingerprint: "x" },
    { key: "note/c", fingerprint: "x" },
  ]);
  await index.ready();
  expect(await index.find("x kind:note ")).toEqual(["b", "c"]);
  expect(await index.find("silence ")).toEqual(["i0", "i1"]);
  index.keeper.close();
});

test("building can be paused and resumed, and what is indexed is found meanwhile", async () => {
  const index = keepIndex(place(), many(200));
  await index.tell();
  await index.until(({ done }) => done >= 40);
  index.keeper.pause();
  await index.until(({ state }) => state === "paused");
  const wanted = index.wanted().length;
  expect((await index.find("silence ")).length).toBeGreaterThan(0);
  expect(index.wanted()).toHaveLength(wanted);
  index.keeper.resume();
  await index.ready();
  expect(await index.find("number0 ")).toEqual(["i0"]);
  index.keeper.close();
});

test("a build that was broken off goes on where it was", async () => {
  const first = keepIndex(place(), many(200));
  await first.tell();
  await first.until(({ done }) => done >= 80);
  first.keeper.close();
  const again = keepIndex(place(), many(200));
  await again.tell();
  await again.ready();
  expect(again.wanted().length).toBeLessThanOrEqual(120);
  expect(again.keeper.state.rebuilt).toBeUndefined();
  expect(await again.find("number199 ")).toEqual(["i199"]);
  expect(await again.find("number0 ")).toEqual(["i0"]);
  again.keeper.close();
});

test.each([
  [
    "is not a database",
    (file: string) => writeFile(file, "no database ".repeat(400)),
  ],
  [
    "is cut in half",
    async (file: string) => truncate(file, (await stat(file)).size / 2),
  ],
  ["has a hole", (file: string) => overwrite(file, 0.4, 0.2)],
  ["has another first page", (file: string) => overwrite(file, 0, 0.01)],
  ["is empty", (file: string) => truncate(file, 0)],
])(
  "an index that %s is built anew, and it is said so",
  async (_name, damage) => {
    await built();
    await damage(place());
    const again = keepIndex(place(), many(100));
    await again.tell();
    await again.ready();
    expect(["damaged", "absent"]).toContain(again.keeper.state.rebuilt);
    expect(again.wanted()).toHaveLength(100);
    expect(await again.find("number42 ")).toEqual(["i42"]);
    again.keeper.close();
  },
);

test("an index of another version is built anew", async () => {
  await built();
  const file = await open(place(), "r+");
  // Bytes 60-63 of an SQLite file are its user version.
  await file.write(Buffer.from([0, 0, 0, 1]), 0, 4, 60);
  await file.close();
  const again = keepIndex(place(), many(100));
  await again.tell();
  await again.ready();
  expect(again.keeper.state.rebuilt).toBe("outdated");
  again.keeper.close();
});

test("a lock that a killed process left behind does not matter", async () => {
  await built();
  await mkdir(`${place()}.lock`);
  const again = keepIndex(place(), many(101));
  await again.tell();
  await again.ready();
  expect(await again.find("number100 ")).toEqual(["i100"]);
  again.keeper.close();
  expect(existsSync(`${place()}.lock`)).toBe(false);
});

test("an index that breaks while it is used is begun anew, and everything is told again", async () => {
  const index = keepIndex(place(), many(300));
  await index.tell();
  await index.ready();
  index.keeper.close();
  const again = keepIndex(place(), many(300));
  await again.tell();
  // The mark is right until the file is opened; then its pages are not.
  await overwrite(place(), 0.05, 0.9, true);
  await again.find("silence number7 ");
  await again.ready();
  expect(await again.find("number42 ")).toEqual(["i42"]);
  again.keeper.close();
});

test("an index that turns out to be broken when it is asked questions of its own is begun anew", async () => {
  await built();
  const again = keepIndex(place(), many(100));
  await again.tell();
  vi.spyOn(SearchEngine.prototype, "warmUp").mockImplementationOnce(
    function* () {
      yield undefined;
      throw new Error("database disk image is malformed");
    },
  );
  again.keeper.expectQuestion();
  await again.until(({ rebuilt }) => rebuilt === "damaged");
  await again.ready();
  expect(await again.find("number42 ")).toEqual(["i42"]);
  again.keeper.close();
});

test("the index is thrown away and built anew when that is asked for", async () => {
  const index = keepIndex(place(), many(50));
  await index.tell();
  await index.ready();
  index.keeper.rebuild();
  await index.until(({ state }) => state !== "ready");
  await index.ready();
  expect(await index.find("number42 ")).toEqual(["i42"]);
  index.keeper.close();
});

test("a note is stemmed as what it is written in, and found by that language; one of a few words is taken for English", async () => {
  const note = noteOf(
    "de",
    "Die Verhandlungen über den Beitritt wurden vertagt, weil sich die Mitglieder nicht einigen konnten.",
  );
  const index = keepIndex(place(), [note, noteOf("en", "Talks postponed")]);
  await index.tell();
  await index.ready();
  expect(await index.find("verhandlung ")).toEqual(["de"]);
  expect(await index.find("lang:de mitglied ")).toEqual(["de"]);
  expect(await index.find("postponing ")).toEqual(["en"]);
  index.keeper.close();
});

/** Writes nonsense over a part of a file; `keepsTime`: as if nobody had. */
async function overwrite(
  path: string,
  from: number,
  share: number,
  keepsTime = false,
): Promise<void> {
  const { size, atime, mtime } = await stat(path);
  const file = await open(path, "r+");
  const length = Math.floor(size * share);
  await file.write(
    Buffer.alloc(length, 0xa5),
    0,
    length,
    Math.floor(size * from),
  );
  if (keepsTime) await file.utimes(atime, mtime);
  await file.close();
}
