import { openLibrary } from "#main/storage/open-library";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const NOW = Date.parse("2026-11-24T10:00:00Z");
const inFolder = useTemporaryFolder();
const open = (name: string) =>
  openLibrary(inFolder(name), inFolder("user-data"), NOW);

async function opened(name: string) {
  const library = await open(name);
  if (!library.ok) throw new Error(library.failure.code);
  return library.value;
}

test("a library that is open is busy for another, and keeps its id when it is opened again", async () => {
  const first = await opened("library");
  expect(await open("library")).toMatchObject({
    ok: false,
    failure: { code: "library-busy" },
  });
  await first.lock.release();
  const second = await opened("library");
  expect(second.id).toBe(first.id);
  await second.lock.release();
});

test("a library of a later version that still lets us read it opens, and its marker stays as it is", async () => {
  await mkdir(inFolder("library"));
  const marker =
    '{"format":"aide-memoire","version":2,"minReader":1,"id":"x","later":true}';
  await writeFile(inFolder("library", "aide.json"), marker);
  await (await opened("library")).lock.release();
  expect(await readFile(inFolder("library", "aide.json"), "utf8")).toBe(marker);
});

test("another program's aide.json is not believed", async () => {
  await mkdir(inFolder("library"));
  await writeFile(
    inFolder("library", "aide.json"),
    '{"format":"other","version":1,"minReader":1,"id":"x"}',
  );
  expect(await open("library")).toMatchObject({
    ok: false,
    failure: { code: "library-damaged" },
  });
});

test("temporary files that a crash left go to quarantine", async () => {
  await (await opened("library")).lock.release();
  await mkdir(inFolder("library", "notes"));
  await writeFile(inFolder("library", "notes", ".aide-tmp-1-1-a.md"), "half");
  await (await opened("library")).lock.release();
  expect(await readdir(inFolder("library", "notes"))).toEqual([]);
  const [kept = ""] = await readdir(inFolder("user-data", "quarantine"));
  expect(
    await readFile(inFolder("user-data", "quarantine", kept), "utf8"),
  ).toBe("half");
});
