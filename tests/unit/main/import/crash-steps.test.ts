import type * as Files from "node:fs/promises";
import { importOriginal } from "#main/import/import-original";
import { ParserClient } from "#main/import/parser-client";
import { ItemStore } from "#main/library/item-store";
import { ParsedTexts } from "#main/library/parsed-texts";
import { readdir, writeFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";
import { inProcessParser } from "./in-process-parser";

/** After so many more changes of the disk everything stands still, as after a power cut; never when it is infinite. */
const disk = vi.hoisted(() => ({ left: Infinity, done: 0 }));

vi.mock("node:fs/promises", async (original) => {
  const files = await original<typeof Files>();
  /** Past the crash nothing happens any more, not even the cleaning up. */
  const step = async <Value>(change: () => Promise<Value>): Promise<Value> => {
    if (disk.left <= 0) throw new Error("crashed");
    disk.left -= 1;
    disk.done += 1;
    return change();
  };
  const changing = <Call extends (...words: never[]) => Promise<unknown>>(
    call: Call,
  ) => ((...words) => step(() => call(...words))) as Call;
  const open: typeof files.open = async (...words) => {
    const handle = await step(() => files.open(...words));
    for (const name of ["write", "sync"] as const) {
      const call = handle[name].bind(handle) as () => Promise<never>;
      Object.assign(handle, { [name]: changing(call) });
    }
    return handle;
  };
  return {
    ...files,
    open,
    mkdir: changing(files.mkdir as never),
    mkdtemp: changing(files.mkdtemp as never),
    rename: changing(files.rename),
    rm: changing(files.rm),
    writeFile: changing(files.writeFile as never),
    appendFile: changing(files.appendFile as never),
  };
});

const inFolder = useTemporaryFolder();
const NOW = Date.parse("2026-11-24T10:00:00Z");

async function openStore(): Promise<ItemStore> {
  const userData = inFolder("user-data");
  const parser = new ParserClient({ start: inProcessParser });
  const store = await ItemStore.open({
    library: inFolder("library"),
    libraryId: "TEST",
    userData,
    texts: new ParsedTexts({ userData, parser }),
  });
  await store.settled;
  return store;
}

const importFile = (store: ItemStore) =>
  importOriginal(
    store,
    {
      kind: "file",
      path: inFolder("a.md"),
      hints: { fileName: "a.md" },
    },
    NOW,
  );

/** One import that stops after a number of steps, and the next start. Tells whether it had come to its end. */
async function crashAfter(steps: number): Promise<boolean> {
  await writeFile(inFolder("a.md"), "# A\n\nSome text.\n");
  const before = await openStore();
  [disk.left, disk.done] = [steps, 0];
  const outcome = await importFile(before);
  disk.left = Infinity;
  const after = await openStore();
  const names = await readdir(inFolder("library", "items")).catch(() => []);
  expect(names).toHaveLength(after.size);
  for (const item of after.list()) {
    expect(
      (await readdir(inFolder("library", "items", item.metadata.id))).sort(),
    ).toEqual(["meta.yaml", "original.md"]);
    expect(await item.structured()).toMatchObject({
      ok: true,
      value: { text: "Some text." },
    });
  }
  // What was told as imported is there; what is there is not imported twice.
  if (outcome.ok) expect(after.size).toBe(1);
  const state = after.size === 1 ? "duplicate" : "imported";
  expect(await importFile(after)).toMatchObject({
    ok: true,
    value: { state },
  });
  await Promise.all([before.close(), after.close()]);
  return outcome.ok;
}

const STEPS = Array.from({ length: 45 }, (_, steps) => steps);

test.each(STEPS)(
  "after a crash at step %i of an import there is nothing or the whole item",
  async (steps) => {
    const isDone = await crashAfter(steps);
    // The steps tried are more than there are: the last ones see a whole import.
    if (steps === STEPS.length - 1) expect(isDone).toBe(true);
    if (steps === 0) expect(isDone).toBe(false);
  },
);
