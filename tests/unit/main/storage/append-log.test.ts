import { AppendLog } from "#main/storage/append-log";
import fc from "fast-check";
import {
  mkdir,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from "node:fs/promises";
import { expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const NOW = Date.parse("2026-11-24T10:00:00Z");
const DECEMBER = Date.parse("2026-12-01T00:00:00Z");
const inFolder = useTemporaryFolder();

test("lines that arrive together are all there, in order, once, when their promises resolve", async () => {
  const log = new AppendLog(inFolder("log"));
  const lines = Array.from({ length: 500 }, (_, index) => `line ${index} 😀`);
  await Promise.all(lines.map((line) => log.append(line, NOW)));
  expect(await readFile(inFolder("log", "2026-11-0001.jsonl"), "utf8")).toBe(
    `${lines.join("\n")}\n`,
  );
  await log.close();
});

test("a line is on the disk when its promise resolves", async () => {
  const log = new AppendLog(inFolder("log"));
  for (const line of ["one", "two", "three"]) {
    await log.append(line, NOW);
    expect(
      (await readFile(inFolder("log", "2026-11-0001.jsonl"), "utf8")).endsWith(
        `${line}\n`,
      ),
    ).toBe(true);
  }
  await log.close();
});

test("a new month begins a new segment, also in a folder that is named like a month", async () => {
  const folder = inFolder("2026-12-notes");
  const log = new AppendLog(folder);
  await log.append("old", NOW);
  await log.append("new", DECEMBER);
  await log.close();
  expect((await readdir(folder)).sort()).toEqual([
    "2026-11-0001.jsonl",
    "2026-12-0001.jsonl",
  ]);
});

test("a full segment is followed by the next number", async () => {
  await writeFile(inFolder("2026-11-0001.jsonl"), "");
  await truncate(inFolder("2026-11-0001.jsonl"), 8 * 1024 * 1024 + 1);
  const log = new AppendLog(inFolder());
  await log.append("next", NOW);
  await log.close();
  expect(await readFile(inFolder("2026-11-0002.jsonl"), "utf8")).toBe("next\n");
});

test("a segment that grew or vanished under the log is left, and the line goes to another", async () => {
  const log = new AppendLog(inFolder());
  await log.append("one", NOW);
  await writeFile(inFolder("2026-11-0001.jsonl"), "foreign half", {
    flag: "a",
  });
  await log.append("two", NOW);
  await rm(inFolder("2026-11-0002.jsonl"));
  await log.append("three", NOW);
  await log.close();
  const texts = await Promise.all(
    (await readdir(inFolder())).map((name) => readFile(inFolder(name), "utf8")),
  );
  expect(texts.sort()).toEqual(
    ["one\nforeign half", "three\n"].sort((a, b) => (a < b ? -1 : 1)),
  );
});

test("when no segment can be opened the line is refused, and the log goes on once it can", async () => {
  await writeFile(inFolder("log"), "a file where the folder should be");
  const log = new AppendLog(inFolder("log"));
  await expect(log.append("lost?", NOW)).rejects.toThrow();
  await rm(inFolder("log"));
  await log.append("kept", NOW);
  await log.close();
  expect(await readFile(inFolder("log", "2026-11-0001.jsonl"), "utf8")).toBe(
    "kept\n",
  );
});

test("whatever a crash left at the end, later lines stand on lines of their own", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 30 }), async (left) => {
      const folder = inFolder(`run-${(run += 1)}`);
      await mkdir(folder);
      await writeFile(`${folder}/2026-11-0001.jsonl`, left);
      const log = new AppendLog(folder);
      await log.append("after", NOW);
      await log.close();
      const text = await readFile(`${folder}/2026-11-0001.jsonl`, "utf8");
      expect(text.startsWith(left)).toBe(true);
      expect(text.split("\n").slice(-2)).toEqual(["after", ""]);
    }),
    { numRuns: 30 },
  );
});
