import {
  ImportQueue,
  type ImportQueueOptions,
} from "#main/import/import-queue";
import { ParserClient, type ParserPort } from "#main/import/parser-client";
import { fail, ok } from "#domain/result";
import type { ItemStore } from "#main/library/item-store";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";
import { useStores } from "../library/open-store";
import { inProcessParser } from "./in-process-parser";

const inFolder = useTemporaryFolder();
const openStore = useStores(inFolder);
let store: ItemStore;
let queue: ImportQueue;

/** Lets a test look at the queue while a file is being read. */
let beforeRead: (path: string) => void | Promise<void> = () => undefined;

function watchedParser(): ParserPort {
  const port = inProcessParser();
  return {
    ...port,
    send: (message) =>
      void Promise.resolve(beforeRead(message.job.path)).then(() =>
        port.send(message),
      ),
  };
}

function queueOf(options: Partial<ImportQueueOptions> = {}): ImportQueue {
  return new ImportQueue({
    store: () => ok(store),
    libraryPath: () => inFolder("library"),
    quarantineFolder: inFolder("quarantine"),
    clock: () => Date.parse("2026-11-24T10:00:00Z"),
    onChange: () => undefined,
    ...options,
  });
}

beforeEach(async () => {
  beforeRead = () => undefined;
  store = await openStore(new ParserClient({ start: watchedParser }));
  queue = queueOf();
});

async function write(name: string, text: string): Promise<string> {
  const path = inFolder("in", ...name.split("/"));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

const names = () => queue.files(0, 500).files.map((file) => file.name);
const states = () => queue.files(0, 500).files.map((file) => file.state);

async function importAll(...paths: string[]): Promise<void> {
  await queue.add(paths);
  await queue.idle();
}

test("files and folders come in and are reported one by one, of two equal ones the first is the item", async () => {
  await write("a.md", "# A\n");
  await write("deep/b.md", "# B\n");
  await write("deep/again.md", "# A\n");
  await write("c.bin", "\u0000\u0001\u0002");
  await importAll(inFolder("in"));
  expect(
    queue
      .files(0, 500)
      .files.map(({ name, state, title }) => [name, state, title]),
  ).toEqual([
    ["a.md", "imported", "A"],
    ["c.bin", "refused", undefined],
    ["again.md", "duplicate", "A"],
    ["b.md", "imported", "B"],
  ]);
  expect(queue.status()).toEqual({
    state: "done",
    total: 4,
    isCounting: false,
    imported: 2,
    duplicates: 1,
    refused: 1,
    cancelled: 0,
  });
  expect(queue.files(0, 500, true)).toMatchObject({
    total: 1,
    files: [
      {
        file: 1,
        folder: inFolder("in"),
        failure: { code: "unsupported-format" },
      },
    ],
  });
  expect(store.size).toBe(2);
  queue.dismiss();
  expect(queue.status()).toMatchObject({
    state: "idle",
    total: 0,
    imported: 0,
  });
});

test("hidden files, what systems leave, links, the parts of a saved page and the library itself are left out", async () => {
  await write("page.html", "<!doctype html><title>T</title><p>Text.");
  await write("page_files/script.js", "x");
  await write("other_files/a.md", "# Kept\n");
  for (const junk of [".hidden", "Thumbs.db", "__MACOSX/a.md", ".git/a.md"])
    await write(junk, "junk");
  await mkdir(inFolder("library"), { recursive: true });
  await mkdir(inFolder("elsewhere"));
  await writeFile(inFolder("elsewhere", "out.md"), "# Out\n");
  await symlink(inFolder("elsewhere"), inFolder("in", "link"));
  await symlink(inFolder("elsewhere", "out.md"), inFolder("in", "link.md"));
  await importAll(inFolder("in"), inFolder("library"));
  expect(names()).toEqual(["page.html", "a.md"]);
});

test("a path that is not there is refused and the rest comes in", async () => {
  const path = await write("a.md", "# A\n");
  await importAll(inFolder("none.md"), path);
  expect(queue.files(0, 9).files).toMatchObject([
    { state: "refused", failure: { code: "read-failed" } },
    { state: "imported" },
  ]);
});

test("each line of a file of records is an item of its own, whose original is the line", async () => {
  const lines = [
    '{"title":"One","text":"First."}',
    "",
    '{"title":"Two","text":"Second."}',
  ];
  const path = await write("corpus.jsonl", `${lines.join("\n")}\n`);
  await importAll(path);
  expect(names()).toEqual(["corpus.jsonl, line 1", "corpus.jsonl, line 3"]);
  expect(queue.status()).toMatchObject({ state: "done", total: 2 });
});

test("pausing ends with the files that are under way, and going on takes up where it was", async () => {
  for (const name of "123456789") await write(`${name}.md`, `# ${name}\n`);
  beforeRead = () => queue.pause();
  await importAll(inFolder("in"));
  const [before, after] = [states().lastIndexOf("imported"), states()];
  expect(new Set(after.slice(0, before + 1))).toEqual(new Set(["imported"]));
  expect(new Set(after.slice(before + 1))).toEqual(new Set(["waiting"]));
  expect(queue.status().state).toBe("paused");
  beforeRead = () => undefined;
  queue.resume();
  await queue.idle();
  expect(new Set(states())).toEqual(new Set(["imported"]));
});

test("cancelling drops what waits and what is being read, and leaves whole items only", async () => {
  for (const name of "123456789") await write(`${name}.md`, `# ${name}\n`);
  let cancelled: Promise<void> | undefined;
  let read = 0;
  beforeRead = () => {
    read += 1;
    if (read === 2) cancelled = queue.cancel();
  };
  await importAll(inFolder("in"));
  await cancelled;
  expect(states().toSorted()).toEqual([
    ...Array.from({ length: 8 }, () => "cancelled"),
    "imported",
  ]);
  expect(queue.status()).toMatchObject({ state: "done", cancelled: 8 });
  expect(await readdir(inFolder("library", "items"))).toHaveLength(1);
  beforeRead = () => undefined;
  await importAll(inFolder("in"));
  expect(states().slice(9).toSorted()).toEqual([
    "duplicate",
    ...Array.from({ length: 8 }, () => "imported"),
  ]);
});

test("while files are being read, others are made ready", async () => {
  for (const name of "12345") await write(`${name}.md`, `# ${name}\n`);
  let most = 0;
  beforeRead = async () => {
    await expect
      .poll(() => states().filter((state) => state === "reading").length)
      .toBeGreaterThanOrEqual(Math.min(2, 5 - most));
    most += 1;
  };
  await importAll(inFolder("in"));
  expect(most).toBe(5);
});

test("a refused file can be tried again, another cannot", async () => {
  const path = await write("a.md", "\u0000\u0001\u0002\u0003");
  await importAll(path, await write("b.md", "# B\n"));
  await writeFile(path, "# A\n");
  expect(queue.retry(0, "secret")).toEqual(ok(null));
  await queue.idle();
  expect(states()).toEqual(["imported", "imported"]);
  expect(queue.status()).toMatchObject({ imported: 2, refused: 0 });
  expect([queue.retry(1).ok, queue.retry(7).ok]).toEqual([false, false]);
});

test("pasted text becomes an item, and what is refused of it is kept", async () => {
  queue.paste("Pasted text", Buffer.from("Some words that were pasted."));
  queue.paste("Pasted text", Buffer.from("\u0000\u0001\u0002"));
  await queue.idle();
  expect(states()).toEqual(["imported", "refused"]);
  const [kept = ""] = await readdir(inFolder("quarantine"));
  expect(await readFile(inFolder("quarantine", kept), "utf8")).toBe(
    "\u0000\u0001\u0002",
  );
  expect(queue.files(1, 1).files[0]?.failure?.detail).toContain(kept);
});

test("what comes in, or was there already, is put into the collection it is meant for", async () => {
  const put: [string, readonly string[]][] = [];
  queue = queueOf({
    addToCollection: async (collection, items) =>
      void put.push([collection, items]),
  });
  const path = await write("a.md", "# A\n");
  await queue.add([path], "c1");
  await queue.add([path], "c2");
  await queue.idle();
  const [id] = [...store.entries()].map((entry) => entry.id);
  expect(put).toEqual([
    ["c1", [id]],
    ["c2", [id]],
  ]);
});

test("without a library every file is refused with the reason", async () => {
  queue = queueOf({
    store: () => fail({ code: "library-busy", path: "/library" }),
  });
  await importAll(await write("a.md", "# A\n"));
  expect(queue.files(0, 1).files[0]).toMatchObject({
    state: "refused",
    failure: { code: "library-busy" },
  });
});

test("many files are told of a few times, and the last time when all is done", async () => {
  for (let index = 0; index < 60; index += 1)
    await write(`${index}.md`, `# ${index}\n`);
  let told = 0;
  queue = queueOf({ onChange: () => (told += 1) });
  const startedAt = performance.now();
  await importAll(inFolder("in"));
  const seconds = (performance.now() - startedAt) / 1_000;
  expect(told).toBeLessThanOrEqual(2 + 5 * seconds);
  expect(queue.status()).toMatchObject({ state: "done", imported: 60 });
});
