import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./repository-root.mjs";
import { runCaptured } from "./run-captured.mjs";
import { withLock } from "./runtime/with-lock.mjs";

const SOURCES = [
  "src-domain",
  "src-bridge",
  "src-main",
  "src-renderer",
  "resources",
  "electron.vite.config.ts",
  "svelte.config.js",
  "package.json",
  "package-lock.json",
];
const BUILT = [
  "out/main/index.js",
  "out/main/cli.js",
  "out/main/corpus.json",
  "out/preload/preload.cjs",
  "out/renderer/index.html",
];

/**
 * Builds the program when it was not built yet or a source is newer.
 *
 * @param {object} [options]
 * @param {(line: string) => void} [options.log]
 * @param {string} [options.root]
 * @param {(root: string) => Promise<void>} [options.build]
 * @throws with the builder's output when it fails
 */
export async function buildIfStale({
  log = console.log,
  root = repositoryRoot,
  build = runBuilder,
} = {}) {
  if (!isStale(root)) return;
  const lock = join(root, "node_modules/.cache/aide-memoire/build.lock");
  await withLock(lock, log, async () => {
    if (!isStale(root)) return; // built while we waited
    log("Building the program ...");
    const began = new Date();
    await build(root);
    // As old as what they were made from: a source saved during the build is newer.
    for (const path of BUILT) utimesSync(join(root, path), began, began);
  });
}

/** @param {string} root */
export function isStale(root) {
  const built = BUILT.map((path) => join(root, path));
  if (!built.every((path) => existsSync(path))) return true;
  const builtAt = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return SOURCES.some((path) => newest(join(root, path)) > builtAt);
}

/**
 * The folders count too: theirs is the time that moves when a file is renamed
 * or removed.
 *
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(found.mtimeMs, ...inside);
}

/** @param {string} root */
async function runBuilder(root) {
  const steps = [
    [join(root, "node_modules/electron-vite/bin/electron-vite.js"), "build"],
    [join(root, "out/main/compile-corpus.js")],
  ];
  for (const step of steps) {
    const { code, output } = await runCaptured(process.execPath, step, {
      cwd: root,
    });
    if (code !== 0) throw new Error(`The build failed:\n${output}`);
  }
}
