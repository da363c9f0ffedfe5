import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";
import { generatedRecord, writeItems } from "./generated-library";
import { openSession, type TestSession } from "./open-session";

const records = Array.from({ length: 4 }, (_, n) => generatedRecord(n));
const idOf = (n: number): string => records[n]?.id ?? "";
const ORDER = { by: "order", isDescending: false } as const;

const inFolder = useTemporaryFolder();
let program: TestSession | undefined;

beforeEach(() => writeItems(inFolder("library"), records));
afterEach(() => program?.session.close());

async function open(library?: string): Promise<TestSession> {
  program = await openSession(inFolder(), library ? { library } : {});
  const workspace = program.session.workspace();
  if (workspace.ok) await workspace.value.items.settled;
  return program;
}

const codeOf = (
  reply: { ok: true } | { ok: false; failure: { code: string } },
): string => (reply.ok ? "done" : reply.failure.code);
const metas = (): Promise<string[]> =>
  Promise.all(
    [0, 1, 2, 3].map((n) =>
      readFile(inFolder("library", "items", idOf(n), "meta.yaml"), "utf8"),
    ),
  );
/** A file where a folder would have to be made: nothing can be written below it, whoever asks. */
const block = (...names: string[]): Promise<void> =>
  mkdir(inFolder(...names.slice(0, -1)), { recursive: true }).then(() =>
    writeFile(inFolder(...names), "in the way"),
  );

test("without a library that can be opened the bundled items are listed, and every change says why it cannot be", async () => {
  await block("a-file");
  const { get, ask } = await open(inFolder("a-file", "library"));
  const overview = await get("library/overview", {});
  expect(overview).toMatchObject({ isWritable: false, trashed: 0 });
  expect(overview.problems[0]?.code).toBe("library-unwritable");
  expect(
    await get("library/query-ids", { filter: {}, sort: ORDER }),
  ).toHaveLength(overview.total);
  const title = { title: "New" };
  const replies = [
    await ask("library/edit", {
      patches: [{ id: "glossary", changes: title }],
    }),
    await ask("library/create-collection", title),
    await ask("library/set-members", { collection: "c", add: [], remove: [] }),
    await ask("library/remove-items", { ids: ["glossary"] }),
    await ask("library/restore-items", { trashed: [] }),
    await ask("library/merge-items", { keep: "glossary", others: [] }),
    await ask("library/undo-merge", { undo: "x" }),
  ];
  expect(new Set(replies.map(codeOf))).toEqual(new Set(["library-unwritable"]));
});

test("an edit that fails at one item is taken back at the others", async () => {
  const { ask, get } = await open();
  const before = await metas();
  await block("user-data", "history", "items", idOf(2));
  const reply = await ask("library/edit", {
    patches: [0, 1, 2, 3].map((n) => ({
      id: idOf(n),
      changes: { title: "New" },
    })),
  });
  expect(codeOf(reply)).toBe("write-failed");
  expect(await metas()).toEqual(before);
  expect((await get("library/details", { id: idOf(0) })).title).toBe(
    records[0]?.read.title,
  );
});

test("a trash that cannot be written leaves items, collections and merges as they were", async () => {
  const { ask, get } = await open();
  const before = await metas();
  const { id } = await get("library/create-collection", { title: "C" });
  await block("library", "trash");
  const replies = [
    await ask("library/remove-items", { ids: [idOf(0), idOf(1)] }),
    await ask("library/remove-collection", { id }),
    await ask("library/merge-items", { keep: idOf(0), others: [idOf(1)] }),
  ];
  expect(replies.map(codeOf)).toEqual([
    "write-failed",
    "write-failed",
    "write-failed",
  ]);
  expect(await metas()).toEqual(before);
  expect(await get("library/query-ids", { filter: {}, sort: ORDER })).toEqual(
    expect.arrayContaining(records.map((record) => record.id)),
  );
  expect((await get("library/overview", {})).collections.at(-1)?.id).toBe(id);
});

test("a merge whose kept item cannot be written moves nothing", async () => {
  const { ask } = await open();
  const before = await metas();
  await block("user-data", "history", "items", idOf(0));
  const reply = await ask("library/merge-items", {
    keep: idOf(0),
    others: [idOf(1)],
  });
  expect(codeOf(reply)).toBe("write-failed");
  expect(await metas()).toEqual(before);
});

test("collections and corrections that cannot be read are problems, stay as they are, and are not written over", async () => {
  const files = {
    "collections/col_01JZZZZZZZZZZZZZZZZZZZZZZZ.yaml": "title: [broken",
    "collections/col_01JZZZZZZZZZZZZZZZZZZZZZZY.yaml": 'v: 9\ntitle: "New"\n',
    "corrections/glossary.yaml": "corrections: {date: tomorrow}\n",
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(inFolder("library", path.split("/")[0] ?? ""), {
      recursive: true,
    });
    await writeFile(inFolder("library", path), text);
  }
  const { ask, get } = await open();
  const { problems } = await get("library/overview", {});
  expect(problems.map(({ path }) => path).sort()).toEqual(
    Object.keys(files).sort(),
  );
  const reply = await ask("library/edit", {
    patches: [{ id: "glossary", changes: { title: "New" } }],
  });
  expect(codeOf(reply)).toBe("read-failed");
  for (const [path, text] of Object.entries(files))
    expect(await readFile(inFolder("library", path), "utf8")).toBe(text);
});

test("a collection that was changed by hand meanwhile keeps that change, and its comments", async () => {
  const { get } = await open();
  const { id } = await get("library/create-collection", { title: "C" });
  const path = inFolder("library", "collections", `${id}.yaml`);
  await writeFile(
    path,
    `# mine\ntitle: By hand # so\nitems:\n  - ${idOf(1)} # first\nother: {a: 1}\n`,
  );
  await get("library/set-members", {
    collection: id,
    add: [idOf(0)],
    remove: [],
  });
  const text = await readFile(path, "utf8");
  expect(text).toContain("# mine");
  expect(text).toContain("other:");
  expect(
    await get("library/query-ids", {
      filter: { collection: id },
      sort: ORDER,
    }),
  ).toEqual([idOf(1), idOf(0)]);
  expect((await get("library/overview", {})).collections.at(-1)?.title).toBe(
    "By hand",
  );
});

test("nothing is ever deleted: what was replaced or removed is in the history or in the trash", async () => {
  const { get } = await open();
  const before = await metas();
  await get("library/edit", {
    patches: [{ id: idOf(0), changes: { title: "New" } }],
  });
  const history = inFolder("user-data", "history", "items", idOf(0));
  const [kept = ""] = await readdir(history);
  expect(await readFile(`${history}/${kept}`, "utf8")).toBe(before[0]);
});
