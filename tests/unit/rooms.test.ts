import { ESLint } from "eslint";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
let folder = "";
const linter = new ESLint({ cwd: ROOT });

async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await linter.lintText(code, {
    filePath: join(ROOT, file),
  });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId?.endsWith("no-restricted-imports"))
    .map(({ message }) => message);
}

const script = (from: string): string => `import "${from}";\n`;
const component = (from: string): string =>
  `<script lang="ts">\n  import { request } from "${from}";\n  void request;\n</script>\n`;

test.each([
  ["src-domain/text/anchor.ts", "electron", /domain is pure/u],
  ["src-domain/text/anchor.ts", "node:fs", /domain is pure/u],
  ["src-domain/text/anchor.ts", "valibot", /domain is pure/u],
  ["src-domain/text/anchor.ts", "lunr", /domain is pure/u],
  ["src-domain/text/anchor.ts", "#bridge/contract/index", /domain is pure/u],
  ["src-domain/text/anchor.ts", "../../src-main/session", /domain is pure/u],
  ["src-bridge/contract/notes.ts", "node:path", /contract knows/u],
  ["src-bridge/contract/notes.ts", "electron", /contract knows/u],
  ["src-bridge/contract/notes.ts", "../../src-main/session", /contract knows/u],
  ["src-main/notes/note-store.ts", "electron", /Only index/u],
  ["src-main/storage/trash.ts", "electron", /Only index/u],
  ["src-main/index.ts", "../src-renderer/index", /Main never imports/u],
  ["src-main/notes/note-store.ts", "svelte", /Main never imports/u],
  ["src-renderer/app/router.svelte.ts", "electron", /renderer knows/u],
  ["src-renderer/app/router.svelte.ts", "node:fs", /renderer knows/u],
  ["src-renderer/app/router.svelte.ts", "#main/session", /renderer knows/u],
  [
    "src-renderer/features/study/interval-words.ts",
    "../notes/x",
    /never imports another feature/u,
  ],
  ["src-renderer/ui/anything.ts", "../app/bridge", /ui knows nothing/u],
  ["src-renderer/ui/anything.ts", "../features/notes/x", /ui knows nothing/u],
])("the linter refuses that %s imports %s", async (file, from, reason) => {
  expect((await complaints(file, script(from))).join("\n")).toMatch(reason);
});

test("the linter refuses that a component asks main by itself", async () => {
  const file = "src-renderer/features/study/Study.svelte";
  const found = await complaints(file, component("../../app/bridge"));
  expect(found.join("\n")).toMatch(/Only \*\.svelte\.ts files/u);
});

test.each([
  ["src-domain/study/scheduler.ts", "ts-fsrs"],
  ["src-domain/text/anchor.ts", "./blocks"],
  ["src-domain/text/parse-markdown.ts", "mdast-util-from-markdown"],
  ["src-bridge/contract/notes.ts", "#domain/notes/note"],
  ["src-main/windows/open-window.ts", "electron"],
  ["src-main/notes/note-store.ts", "node:fs"],
  ["src-renderer/app/router.svelte.ts", "#domain/result"],
])("the linter lets %s import %s", async (file, from) => {
  expect(await complaints(file, script(from))).toEqual([]);
});

const run = promisify(execFile);

// Inside the tree, so that the compiler finds the types of Node and Electron.
beforeAll(async () => {
  const cache = join(ROOT, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, "rooms-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the compiler says of one line put into a room. */
async function compiled(room: string, code: string): Promise<string> {
  await writeFile(join(folder, "probe.ts"), code);
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: join(ROOT, room, "tsconfig.json"),
      compilerOptions: {
        composite: false,
        noEmit: true,
        emitDeclarationOnly: false,
        rootDir: folder,
        tsBuildInfoFile: null,
      },
      include: [join(folder, "probe.ts")],
      references: [],
    }),
  );
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  return run(process.execPath, [compiler, "-p", folder]).then(
    () => "",
    (error: unknown) => String((error as { stdout?: string }).stdout),
  );
}

test.each([
  ["src-domain", "export const title = document.title;\n", /document/u],
  ["src-domain", "export const home = process.env.HOME;\n", /process/u],
  ["src-bridge", "export const title = document.title;\n", /document/u],
  ["src-main", "export const title = document.title;\n", /document/u],
  ["src-renderer", "export const home = process.env.HOME;\n", /process/u],
])("the compiler refuses in %s: %s", async (room, code, reason) => {
  expect(await compiled(room, code)).toMatch(reason);
});

test.each([
  ["src-main", "export const home = process.env.HOME;\n"],
  ["src-renderer", "export const title = document.title;\n"],
])("the compiler lets %s have: %s", async (room, code) => {
  expect(await compiled(room, code)).toBe("");
});
