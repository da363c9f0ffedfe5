import {
  isTrashedPath,
  listTrash,
  moveToTrash,
  restoreFromTrash,
} from "#main/storage/trash";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const NOW = Date.parse("2026-11-24T10:00:00Z");
const inFolder = useTemporaryFolder();

async function remove(name: string, text: string): Promise<string> {
  await mkdir(inFolder("notes"), { recursive: true });
  await writeFile(inFolder("notes", name), text);
  return moveToTrash(inFolder(), inFolder("notes", name), NOW);
}

test("a name that is taken in the trash gets a number, and both versions are kept", async () => {
  const trashed = [
    await remove("a.md", "first"),
    await remove("a.md", "second"),
    await remove("a.md", "third"),
  ];
  expect(trashed).toEqual([
    "trash/2026-11-24/a.md",
    "trash/2026-11-24/a 2.md",
    "trash/2026-11-24/a 3.md",
  ]);
  expect(await readFile(join(inFolder(), trashed[1] ?? ""), "utf8")).toBe(
    "second",
  );
  expect(await readdir(inFolder("notes"))).toEqual([]);
});

test("a name that is taken where a file comes back gets a number too", async () => {
  const trashed = await remove("a.md", "old");
  await writeFile(inFolder("notes", "a.md"), "new");
  expect(await restoreFromTrash(inFolder(), trashed, inFolder("notes"))).toBe(
    inFolder("notes", "a 2.md"),
  );
  expect(await readFile(inFolder("notes", "a.md"), "utf8")).toBe("new");
});

test("the trash lists files with the ending that was asked for, and nothing where there is no trash", async () => {
  expect(await listTrash(inFolder(), ".md")).toEqual([]);
  await remove("a.md", "text");
  await remove("b.json", "{}");
  expect(
    (await listTrash(inFolder(), ".md")).map(({ trashed }) => trashed),
  ).toEqual(["trash/2026-11-24/a.md"]);
});

test.each([
  "notes/a.md",
  "trash/a.md",
  "trash/2026-11-24/../../a.md",
  "trash/2026-11-24/sub/a.md",
  "trash/2026-11-24/..",
  "../trash/2026-11-24/a.md",
  "/trash/2026-11-24/a.md",
  "trash\\2026-11-24\\a.md",
  "",
])("%j is no path in the trash", async (path) => {
  expect(isTrashedPath(path)).toBe(false);
  await expect(
    restoreFromTrash(inFolder(), path, inFolder("notes")),
  ).rejects.toThrow(RangeError);
});
