import { replaceFile } from "#main/storage/replace-file";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const NOW = Date.parse("2026-11-24T10:00:00Z");
const inFolder = useTemporaryFolder();

test("the same text writes nothing: the file is the very same one", async () => {
  await replaceFile(inFolder("a.md"), "text", { now: NOW });
  const before = await stat(inFolder("a.md"), { bigint: true });
  await replaceFile(inFolder("a.md"), "text", {
    now: NOW,
    historyFolder: inFolder("history"),
  });
  const after = await stat(inFolder("a.md"), { bigint: true });
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  expect(await readdir(inFolder())).toEqual(["a.md"]);
});

test("when the version before cannot be kept, the old one stands and no temporary file is left", async () => {
  await writeFile(inFolder("a.md"), "old");
  await writeFile(inFolder("history"), "a file where the folder should be");
  const replacing = replaceFile(inFolder("a.md"), "new", {
    now: NOW,
    historyFolder: inFolder("history"),
  });
  await expect(replacing).rejects.toThrow();
  expect(await readFile(inFolder("a.md"), "utf8")).toBe("old");
  expect((await readdir(inFolder())).sort()).toEqual(["a.md", "history"]);
});

test("a folder is never replaced by a file", async () => {
  await mkdir(inFolder("a.md"));
  await expect(
    replaceFile(inFolder("a.md"), "new", { now: NOW }),
  ).rejects.toThrow();
  expect((await stat(inFolder("a.md"))).isDirectory()).toBe(true);
  expect(await readdir(inFolder())).toEqual(["a.md"]);
});

test("many writers of different files in one folder do not disturb one another", async () => {
  const names = Array.from({ length: 40 }, (_, index) => `${index}.md`);
  await Promise.all(
    names.map((name) =>
      replaceFile(inFolder("notes", name), name, { now: NOW }),
    ),
  );
  expect((await readdir(inFolder("notes"))).sort()).toEqual([...names].sort());
});
