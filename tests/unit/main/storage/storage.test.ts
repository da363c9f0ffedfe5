import { AppendLog } from "#main/storage/append-log";
import { lockLibrary } from "#main/storage/lock-library";
import { openLibrary } from "#main/storage/open-library";
import { replaceFile } from "#main/storage/replace-file";
import { moveToTrash, restoreFromTrash } from "#main/storage/trash";
import {
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const NOW = Date.parse("2026-11-24T10:00:00Z");
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-memoire-unit-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a log whose last line was torn gets its newline and loses nothing", async () => {
  await writeFile(join(folder, "2026-11-0001.jsonl"), "one\nhalf");
  const log = new AppendLog(folder);
  await Promise.all([log.append("two", NOW), log.append("three", NOW)]);
  await log.close();
  expect(await readFile(join(folder, "2026-11-0001.jsonl"), "utf8")).toBe(
    "one\nhalf\ntwo\nthree\n",
  );
});

test("a file that was put in the log's place is not written over, and no line goes to a ghost", async () => {
  const log = new AppendLog(folder);
  await log.append("one", NOW);
  await writeFile(join(folder, "other"), "from elsewhere\n");
  await rename(join(folder, "other"), join(folder, "2026-11-0001.jsonl"));
  await log.append("two", NOW);
  await log.append("three", Date.parse("2026-12-01T00:00:00Z"));
  await log.close();
  expect((await readdir(folder)).sort()).toEqual([
    "2026-11-0001.jsonl",
    "2026-11-0002.jsonl",
    "2026-12-0001.jsonl",
  ]);
  expect(await readFile(join(folder, "2026-11-0002.jsonl"), "utf8")).toBe(
    "two\n",
  );
});

test("replacing keeps the version before in history, and the same text writes nothing", async () => {
  const [path, historyFolder] = [join(folder, "a.md"), join(folder, "history")];
  await replaceFile(path, "first", { now: NOW, historyFolder });
  await replaceFile(path, "second", { now: NOW + 1000, historyFolder });
  await replaceFile(path, "second", { now: NOW + 2000, historyFolder });
  expect(await readFile(path, "utf8")).toBe("second");
  const kept = await readdir(historyFolder);
  expect(kept).toHaveLength(1);
  expect(await readFile(join(historyFolder, kept[0] ?? ""), "utf8")).toBe(
    "first",
  );
  expect((await readdir(folder)).sort()).toEqual(["a.md", "history"]);
});

test("what goes to the trash comes back, and no path outside the trash is taken", async () => {
  await writeFile(join(folder, "a.md"), "text");
  const trashed = await moveToTrash(folder, join(folder, "a.md"), NOW);
  expect(trashed).toBe("trash/2026-11-24/a.md");
  expect(
    await readFile(
      await restoreFromTrash(folder, trashed, join(folder, "notes")),
      "utf8",
    ),
  ).toBe("text");
  await expect(
    restoreFromTrash(folder, "trash/2026-11-24/../../../x", folder),
  ).rejects.toThrow(RangeError);
});

test("a library is taken by one process at a time and free again after", async () => {
  const lock = await lockLibrary(folder);
  expect(await lockLibrary(folder)).toBeUndefined();
  await lock?.release();
  const again = await lockLibrary(folder);
  expect(again).toBeDefined();
  await again?.release();
});

test("a library is made on first use; a newer or damaged one, and one that cannot be written, are left as they are", async () => {
  const userData = join(folder, "user-data");
  const fresh = await openLibrary(join(folder, "fresh"), userData, NOW);
  expect(fresh.ok).toBe(true);
  if (fresh.ok) await fresh.value.lock.release();
  const open = async (name: string, marker: string) => {
    const path = join(folder, name);
    await import("node:fs/promises").then((fs) => fs.mkdir(path));
    await writeFile(join(path, "aide.json"), marker);
    const opened = await openLibrary(path, userData, NOW);
    expect(await readFile(join(path, "aide.json"), "utf8")).toBe(marker);
    return opened.ok ? "opened" : opened.failure.code;
  };
  expect(
    await open(
      "newer",
      '{"format":"aide-memoire","version":9,"minReader":9,"id":"x"}',
    ),
  ).toBe("library-newer");
  expect(await open("damaged", "{half")).toBe("library-damaged");
  await writeFile(join(folder, "file"), "");
  const unwritable = await openLibrary(
    join(folder, "file", "library"),
    userData,
    NOW,
  );
  expect(unwritable.ok ? "" : unwritable.failure.code).toBe(
    "library-unwritable",
  );
});
