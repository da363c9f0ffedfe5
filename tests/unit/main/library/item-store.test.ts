import { describeByCfi } from "#domain/cfi/describe-by-cfi";
import { importOriginal } from "#main/import/import-original";
import type { ImportSource } from "#main/import/stage-original";
import type { ItemStore } from "#main/library/item-store";
import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";
import { buildEpub } from "../import/epub/build-epub";
import { useStores } from "./open-store";

const NOW = Date.parse("2026-11-24T10:00:00Z");
const inFolder = useTemporaryFolder();
const openStore = useStores(inFolder);
const inItems = (...names: string[]) => inFolder("library", "items", ...names);
let store: ItemStore;

beforeEach(async () => {
  store = await openStore();
});

const markdown = (text: string, fileName = "a.md"): ImportSource => ({
  kind: "bytes",
  bytes: Buffer.from(text),
  hints: { fileName },
});

async function imported(text: string, fileName?: string): Promise<string> {
  const result = await importOriginal(store, markdown(text, fileName), NOW);
  if (!result.ok || result.value.state !== "imported")
    throw new Error(JSON.stringify(result));
  return result.value.id;
}

test("an imported file is an item: a folder with its original and what is known of it, and nothing else", async () => {
  await writeFile(inFolder("speech.md"), "# A speech\n\nSome words.\n");
  const result = await importOriginal(
    store,
    {
      kind: "file",
      path: inFolder("speech.md"),
      hints: { fileName: "speech.md" },
    },
    NOW,
  );
  expect(result).toMatchObject({
    ok: true,
    value: { state: "imported", title: "A speech" },
  });
  const [id = ""] = await readdir(inItems());
  expect(id).toMatch(/^[a-z2-7]{26}$/u);
  expect((await readdir(inItems(id))).sort()).toEqual([
    "meta.yaml",
    "original.md",
  ]);
  expect(await readFile(inItems(id, "original.md"), "utf8")).toBe(
    "# A speech\n\nSome words.\n",
  );
  expect(await readFile(inFolder("speech.md"), "utf8")).toBe(
    "# A speech\n\nSome words.\n",
  );
});

test("an item is found, listed and read, now and after opening again", async () => {
  const id = await imported("# A speech\n\nSome words.\n");
  for (const each of [store, await openStore()]) {
    const item = each.find(id);
    expect(item?.metadata).toMatchObject({ id, title: "A speech" });
    expect([item?.words(), item?.addedAt]).toEqual([2, NOW]);
    expect(await item?.structured()).toMatchObject({
      ok: true,
      value: { text: "Some words." },
    });
    expect([...each.list()].map(({ metadata }) => metadata.id)).toEqual([id]);
  }
});

test("the same bytes are a duplicate, also under another name and while they lie in the trash", async () => {
  const id = await imported("# One\n");
  expect(
    await importOriginal(store, markdown("# One\n", "b.txt"), NOW),
  ).toMatchObject({ value: { state: "duplicate", id, title: "One" } });
  const removed = await store.remove(id, NOW);
  expect(store.find(id)).toBeUndefined();
  for (const each of [store, await openStore()])
    expect(await importOriginal(each, markdown("# One\n"), NOW)).toMatchObject({
      value: {
        state: "duplicate",
        id,
        trashed: removed.ok ? removed.value : "",
      },
    });
  expect(await readdir(inItems())).toEqual([]);
});

test("what was removed comes back whole", async () => {
  const id = await imported("# One\n");
  const removed = await store.remove(id, NOW);
  if (!removed.ok) throw new Error(removed.failure.code);
  expect(await store.restore(removed.value)).toEqual({ ok: true, value: id });
  expect(store.find(id)?.metadata.title).toBe("One");
  expect(await importOriginal(store, markdown("# One\n"), NOW)).toMatchObject({
    value: { state: "duplicate" },
  });
});

test("corrections stand instead of what was read, are taken back, and leave the rest of the file alone", async () => {
  const id = await imported("# One\n");
  const before = await readFile(inItems(id, "meta.yaml"), "utf8");
  const corrected = await store.correct(
    id,
    () => ({ title: "Two", date: "2009-09", tags: ["csto"] }),
    NOW,
  );
  expect(corrected).toMatchObject({
    ok: true,
    value: { read: { title: "One" } },
  });
  const again = await openStore();
  expect(again.find(id)?.metadata).toMatchObject({
    title: "Two",
    date: "2009-09",
    tags: ["csto"],
  });
  await again.correct(id, () => ({}), NOW);
  expect(await readFile(inItems(id, "meta.yaml"), "utf8")).toBe(before);
  expect(again.find(id)?.metadata.title).toBe("One");
});

test("what another program changed in the file is seen at the next opening", async () => {
  const id = await imported("# One\n");
  await appendFile(
    inItems(id, "meta.yaml"),
    "# by hand\ncorrections:\n  title: Mine\n  creators: [A. Writer]\n",
  );
  const again = await openStore();
  expect(again.find(id)?.metadata).toMatchObject({
    title: "Mine",
    creators: [{ name: "A. Writer" }],
  });
  await again.correct(
    id,
    ({ corrections }) => ({ ...corrections, title: "Yours" }),
    NOW,
  );
  expect(await readFile(inItems(id, "meta.yaml"), "utf8")).toContain(
    "# by hand",
  );
  expect((await openStore()).find(id)?.metadata).toMatchObject({
    title: "Yours",
    creators: [{ name: "A. Writer" }],
  });
});

test("a file that cannot be read is a problem that is told, and is left as it is", async () => {
  const id = await imported("# One\n");
  await writeFile(inItems(id, "meta.yaml"), "title: [\n");
  const again = await openStore();
  expect(again.size).toBe(0);
  expect(again.problems).toMatchObject([
    { code: "item-unreadable", path: `items/${id}/meta.yaml` },
  ]);
  expect(await readFile(inItems(id, "meta.yaml"), "utf8")).toBe("title: [\n");
});

test("a parsed form that is missing, cut or older is made again from the original", async () => {
  const id = await imported("# One\n\nText.\n");
  const file = inFolder("user-data", "parsed", id, "text.json");
  const parsed = await readFile(file, "utf8");
  const damages = [
    () => rm(inFolder("user-data", "parsed"), { recursive: true }),
    () => writeFile(file, parsed.slice(0, 50)),
    () =>
      writeFile(file, parsed.replace('"readerVersion":', '"readerVersion":9')),
  ];
  for (const damage of damages) {
    await damage();
    const again = await openStore();
    expect(await again.find(id)?.structured()).toMatchObject({
      ok: true,
      value: { text: "Text." },
    });
    expect(await readFile(file, "utf8")).toBe(parsed);
  }
});

test("the places of a book's letters are made again from the original where they are missing or wrong, and no offset moves", async () => {
  const bytes = buildEpub(["<h1>One</h1><p>Some <b>words</b>.</p>"]);
  const made = await importOriginal(
    store,
    { kind: "bytes", bytes, hints: { fileName: "a.epub" } },
    NOW,
  );
  if (!made.ok || made.value.state !== "imported") throw new Error("Not read");
  const { id } = made.value;
  const inParsed = (name: string) => inFolder("user-data", "parsed", id, name);
  const [places, text, meta] = await Promise.all([
    readFile(inParsed("places.json"), "utf8"),
    readFile(inParsed("text.json"), "utf8"),
    readFile(inItems(id, "meta.yaml"), "utf8"),
  ]);
  const range = { start: 10, end: 15 };
  const damages = [
    // As an item lies there that was imported before there were places.
    () => rm(inParsed("places.json")),
    () => writeFile(inParsed("places.json"), places.slice(0, 30)),
    () =>
      writeFile(inParsed("places.json"), places.replace(/[0-9a-f]{64}/u, "0")),
    () =>
      writeFile(
        inParsed("places.json"),
        places.replace('"segments":[0', '"segments":[-1'),
      ),
  ];
  for (const damage of damages) {
    await damage();
    const item = (await openStore()).find(id);
    const structured = await item?.structured();
    const found = await item?.places?.();
    expect(structured).toMatchObject({
      value: { text: "One\n\nSome words." },
    });
    expect(found && describeByCfi(found, range)?.value).toBe(
      "epubcfi(/6/2!/4/4/2,/1:0,/1:5)",
    );
    expect(await readFile(inParsed("text.json"), "utf8")).toBe(text);
    expect(await readFile(inParsed("places.json"), "utf8")).toBe(places);
  }
  expect(await readFile(inItems(id, "meta.yaml"), "utf8")).toBe(meta);
  expect(store.find(await imported("# One\n"))?.places).toBeUndefined();
});

test("a refused file leaves nothing behind", async () => {
  const result = await importOriginal(
    store,
    markdown("\u0000\u0001\u0002\u0003 binary", "a.exe"),
    NOW,
  );
  expect(result).toMatchObject({
    ok: false,
    failure: { code: "import-refused", reason: "unsupported-format" },
  });
  expect(await readdir(inItems())).toEqual([]);
  for (const folder of ["parsed", "reading"])
    expect(await readdir(inFolder("user-data", folder))).toEqual([]);
});

test("a file that is not there, or is a folder, is a failure to read", async () => {
  await mkdir(inFolder("folder"));
  for (const path of [inFolder("none.txt"), inFolder("folder")])
    expect(
      await importOriginal(store, { kind: "file", path, hints: {} }, NOW),
    ).toMatchObject({ failure: { code: "read-failed", path } });
});

test("what a crash left of an import goes to quarantine at the next opening", async () => {
  await mkdir(inItems(".staging-01AAAA"), { recursive: true });
  await writeFile(inItems(".staging-01AAAA", "original.part"), "half");
  const again = await openStore();
  expect([await readdir(inItems()), again.size]).toEqual([[], 0]);
  expect(
    await readFile(
      inFolder("user-data", "quarantine", "staging-01AAAA", "original.part"),
      "utf8",
    ),
  ).toBe("half");
});
