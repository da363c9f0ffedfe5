import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useBuiltCli } from "../../built-cli";
import { useTemporaryFolder } from "../../temporary-folder";

const inFolder = useTemporaryFolder();
const built = useBuiltCli();

function start(...words: readonly string[]): ChildProcess {
  return startWith([], words);
}

/**
 * Imports a folder in a process that gives itself a signal as soon as more than so many items are in the library. It
 * looks between the steps of the import: that moment cannot be missed, however fast the import is.
 */
function importUntil(
  more: number,
  signal: NodeJS.Signals,
  folder: string,
): ChildProcess {
  const watch = `
    import { readdirSync } from "node:fs";
    const count = () => {
      try {
        return readdirSync(${JSON.stringify(inFolder("library", "items"))}).length;
      } catch {
        return 0;
      }
    };
    const timer = setInterval(() => {
      if (count() <= ${more}) return;
      clearInterval(timer);
      process.kill(process.pid, "${signal}");
    }, 1);`;
  const first = [
    "--import",
    `data:text/javascript,${encodeURIComponent(watch)}`,
  ];
  return startWith(first, ["import", folder, "--json"]);
}

function startWith(
  first: readonly string[],
  words: readonly string[],
): ChildProcess {
  return spawn(
    process.execPath,
    [...first, built("cli"), ...words, "--library", inFolder("library")],
    {
      env: { ...process.env, AIDE_USER_DATA: inFolder("user-data") },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
}

interface Ended {
  readonly code: number | null;
  readonly lines: readonly Record<string, unknown>[];
  readonly complained: string;
}

async function ended(child: ChildProcess): Promise<Ended> {
  const said = { out: "", error: "" };
  child.stdout?.on("data", (piece: Buffer) => (said.out += piece.toString()));
  child.stderr?.on("data", (piece: Buffer) => (said.error += piece.toString()));
  const code = await new Promise<number | null>((done) =>
    child.once("close", done),
  );
  const lines = said.out
    .split("\n")
    .filter((line) => line.startsWith("{") || line.startsWith("["));
  return {
    code,
    lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    complained: said.error,
  };
}

const run = (...words: readonly string[]) => ended(start(...words, "--json"));

async function writeTexts(count: number): Promise<string> {
  await mkdir(inFolder("in"), { recursive: true });
  for (let index = 0; index < count; index += 1)
    await writeFile(
      inFolder("in", `${String(index).padStart(3, "0")}.md`),
      `# Text ${index}\n\n${"Some words about a speech. ".repeat(100)}\n`,
    );
  return inFolder("in");
}

const items = () => readdir(inFolder("library", "items")).catch(() => []);

test("files come in with a line each, are listed, found, searched and checked, and are duplicates the second time", async () => {
  const folder = await writeTexts(3);
  await writeFile(join(folder, "x.bin"), "\u0000\u0001\u0002\u0003");
  const first = await run("import", folder, "--collection", "Speeches");
  expect(first.code).toBe(1);
  expect(first.complained).toContain("3 imported, 0 here already, 1 refused.");
  expect(first.lines).toMatchObject([
    { file: join(folder, "000.md"), status: "imported", title: "Text 0" },
    { status: "imported" },
    { status: "imported" },
    { status: "refused", failure: { code: "unsupported-format" } },
  ]);
  await rm(join(folder, "x.bin"));
  const second = await run("import", folder);
  expect([second.code, second.lines.map((line) => line.status)]).toEqual([
    0,
    ["duplicate", "duplicate", "duplicate"],
  ]);
  const [listed] = (await run("list", "items")).lines;
  expect(
    (listed as unknown as { title: string }[]).filter(({ title }) =>
      title.startsWith("Text "),
    ),
  ).toHaveLength(3);
  const [found] = (await run("search", "Text 2")).lines;
  expect(found?.hits).toContainEqual(
    expect.objectContaining({ kind: "passage", title: "Text 2" }),
  );
  expect((await run("check")).code).toBe(0);
  const [collection = ""] = await readdir(inFolder("library", "collections"));
  expect(collection).toMatch(/^col_/u);
});

test("Ctrl+C leaves whole items only, and says so", async () => {
  const folder = await writeTexts(300);
  const { code, lines, complained } = await ended(
    importUntil(3, "SIGINT", folder),
  );
  expect(code).toBe(1);
  expect(complained).toMatch(/\d+ not read/u);
  expect(await items()).toHaveLength(lines.length);
  expect((await run("check")).code).toBe(0);
});

test("after kill -9 at any moment there are whole items only, and the rest comes in", async () => {
  const folder = await writeTexts(150);
  for (let round = 0; round < 5; round += 1) {
    const before = (await items()).length;
    await ended(importUntil(before + round, "SIGKILL", folder));
    const checked = await run("check", "--repair");
    expect(checked.lines[0]?.faults).toEqual([]);
  }
  const last = await run("import", folder);
  expect(last.code).toBe(0);
  expect(await items()).toHaveLength(150);
});

test("a library that another process has open is left alone", async () => {
  const folder = await writeTexts(300);
  const first = importUntil(1, "SIGSTOP", folder);
  const outcome = ended(first);
  await expect.poll(async () => (await items()).length).toBeGreaterThan(1);
  const second = await run("import", folder);
  expect(second.code).toBe(1);
  expect(second.lines).toMatchObject([{ failure: { code: "library-busy" } }]);
  first.kill("SIGINT");
  first.kill("SIGCONT");
  await outcome;
});

test("a check tells what is wrong with items and puts right what it can", async () => {
  await run("import", await writeTexts(4));
  const [changed = "", gone = "", damaged = "", unread = ""] = await items();
  const inItems = (...names: string[]) =>
    inFolder("library", "items", ...names);
  await writeFile(inItems(changed, "original.md"), "other");
  await rm(inItems(gone, "original.md"));
  await writeFile(inItems(damaged, "meta.yaml"), "title: [\n");
  await rm(inFolder("user-data", "parsed", unread), { recursive: true });
  const [found] = (await run("check")).lines;
  const codes = ({ faults }: { faults?: unknown }) =>
    (faults as { code: string; repaired: boolean }[])
      .map(({ code, repaired }) => `${code} ${repaired}`)
      .sort();
  expect(codes(found ?? {})).toEqual([
    "item-unreadable false",
    "original-changed false",
    "original-missing false",
    "text-missing false",
  ]);
  const [repaired] = (await run("check", "--repair")).lines;
  expect(codes(repaired ?? {})).toEqual([
    "item-unreadable true",
    "original-changed false",
    "original-missing false",
    "text-missing true",
  ]);
  const [after] = (await run("check")).lines;
  expect(codes(after ?? {})).toEqual([
    "original-changed false",
    "original-missing false",
  ]);
});

test("files are inspected in the reading process, a line each, and refused ones among them", async () => {
  await writeFile(inFolder("a.md"), "# A\n\nText.\n");
  await writeFile(inFolder("b.bin"), "\u0000\u0001\u0002\u0003");
  const { code, lines } = await run(
    "inspect",
    inFolder("a.md"),
    inFolder("b.bin"),
    inFolder("none.md"),
  );
  expect(code).toBe(1);
  expect(lines).toMatchObject([
    {
      file: inFolder("a.md"),
      title: "A",
      format: "markdown",
      blocks: [{ kind: "paragraph", text: "Text." }],
    },
    { file: inFolder("b.bin"), failure: { code: "unsupported-format" } },
    { file: inFolder("none.md"), failure: { code: "read-failed" } },
  ]);
  const records = inFolder("records.jsonl");
  await writeFile(
    records,
    '{"title":"One","text":"Of one."}\nno\n\n{"text":"Of two."}\n',
  );
  const told = await run("inspect", records);
  expect(told.code).toBe(1);
  expect(told.lines).toMatchObject([
    { file: records, line: 1, title: "One" },
    {
      file: records,
      line: 2,
      failure: {
        message: expect.stringContaining(`${records}, line 2 is damaged`),
      },
    },
    { file: records, line: 4, blocks: [{ text: "Of two." }] },
  ]);
  expect(await items()).toEqual([]);
});
