import { createScheduler } from "#domain/study/scheduler";
import { ReviewStore } from "#main/study/review-store";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const NOW = Date.parse("2026-11-24T10:00:00Z");
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-memoire-unit-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () =>
  ReviewStore.open({
    library: folder,
    device: "DEVICE",
    quarantineFolder: join(folder, "quarantine"),
    scheduler: createScheduler(),
  });
const segment = () => join(folder, "reviews", "DEVICE", "2026-11-0001.jsonl");

test("an acknowledged review is on the disk, and reopening gives the same memories", async () => {
  const store = await open();
  for (let index = 0; index < 5; index += 1) {
    await store.answer(
      { card: `c${index % 2}`, rating: 3, ms: 10 },
      NOW + index * 60_000,
    );
    expect((await readFile(segment(), "utf8")).split("\n")).toHaveLength(
      index + 2,
    );
  }
  await store.undo(NOW + 600_000);
  const before = Object.fromEntries(store.memories);
  await store.close();
  const again = await open();
  expect(Object.fromEntries(again.memories)).toEqual(before);
  expect(again.problems).toEqual([]);
  await again.close();
});

test("a broken line is kept as raw bytes, the gap is told, and the others count", async () => {
  const store = await open();
  for (const card of ["a", "b", "c"])
    await store.answer({ card, rating: 3, ms: 1 }, NOW);
  await store.close();
  const lines = (await readFile(segment(), "utf8")).split("\n");
  lines[1] = "{broken \u0000";
  await writeFile(segment(), lines.join("\n"));
  const again = await open();
  expect([...again.memories.keys()]).toEqual(["a", "c"]);
  expect(again.problems.map(({ code }) => code)).toEqual([
    "log-line-quarantined",
    "log-gap",
  ]);
  const [kept = ""] = await readdir(join(folder, "quarantine"));
  expect(await readFile(join(folder, "quarantine", kept), "utf8")).toBe(
    "{broken \u0000",
  );
  await again.answer({ card: "d", rating: 1, ms: 1 }, NOW + 1);
  expect(await readFile(segment(), "utf8")).toContain(
    lines.join("\n").trimEnd(),
  );
  await again.close();
});

test("there is nothing to undo in a new library", async () => {
  const store = await open();
  expect(await store.undo(NOW)).toEqual({
    ok: false,
    failure: { code: "nothing-to-undo" },
  });
  await store.close();
});

test("answers given at once, to one card too, reopen to the same memories without a gap", async () => {
  const store = await open();
  await Promise.all(
    [0, 1, 2, 3, 4, 5].map((at) =>
      store.answer({ card: `c${at % 2}`, rating: 3, ms: 1 }, NOW + at * 60_000),
    ),
  );
  const before = Object.fromEntries(store.memories);
  await store.close();
  const again = await open();
  expect(Object.fromEntries(again.memories)).toEqual(before);
  expect(again.problems).toEqual([]);
  await again.close();
});

test("after a clock was set back the memories are still those a replay gives", async () => {
  const store = await open();
  const hours = [0, 30, 2, 80, 1, 79];
  for (const [index, hour] of hours.entries()) {
    await store.answer(
      { card: "a", rating: index % 2 === 0 ? 3 : 1, ms: 1 },
      NOW + hour * 3_600_000,
    );
  }
  const before = Object.fromEntries(store.memories);
  await store.close();
  const again = await open();
  expect(before).toEqual(Object.fromEntries(again.memories));
  await again.close();
});

test("when the line cannot be written nothing has changed, and the number is used by the next", async () => {
  await writeFile(join(folder, "reviews"), "a file where the folder should be");
  const store = await open();
  const refused = await Promise.all(
    ["a", "b"].map((card) => store.answer({ card, rating: 3, ms: 1 }, NOW)),
  );
  expect(refused.map((each) => !each.ok && each.failure.code)).toEqual([
    "write-failed",
    "write-failed",
  ]);
  expect(store.memories.size).toBe(0);
  await rm(join(folder, "reviews"));
  expect(
    await store.answer({ card: "a", rating: 3, ms: 1 }, NOW),
  ).toMatchObject({ ok: true, value: { n: 1 } });
  await store.close();
});

test("undoing again takes back the review before", async () => {
  const store = await open();
  for (const card of ["a", "b", "c"])
    await store.answer({ card, rating: 3, ms: 1 }, NOW);
  await store.undo(NOW + 1);
  await store.undo(NOW + 2);
  expect([...store.memories.keys()]).toEqual(["a"]);
  expect(store.reviews()).toHaveLength(1);
  await store.close();
});
