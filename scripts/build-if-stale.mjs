import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./repository-root.mjs";
import { runCaptured } from "./run-captured.mjs";

const SOURCES = [
  "src-domain",
  "src-bridge",
  "src-main",
  "src-renderer",
  "electron.vite.config.ts",
  "svelte.config.js",
  "package.json",
  "package-lock.json",
];
const BUILT = [
  "out/main/index.js",
  "out/main/cli.js",
  "out/preload/preload.cjs",
  "out/renderer/index.html",
];

/**
 * Builds the program when it was not built yet or a source is newer.
 * @param {{log?: (line: string) => void}} [options]
 * @throws with the builder's output when it fails
 */
export async function buildIfStale({ log = console.log } = {}) {
  if (!isStale(repositoryRoot)) return;
  log("Building the program ...");
  const builder = join(
    repositoryRoot,
    "node_modules",
    "electron-vite",
    "bin",
    "electron-vite.js",
  );
  const done = await runCaptured(process.execPath, [builder, "build"], {
    cwd: repositoryRoot,
  });
  if (done.code !== 0) throw new Error(`The build failed:\n${done.output}`);
}

/** @param {string} root */
export function isStale(root) {
  const built = BUILT.map((path) => join(root, path));
  if (!built.every((path) => existsSync(path))) return true;
  const builtAt = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return SOURCES.some((path) => newest(join(root, path)) > builtAt);
}

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path).map((name) => newest(join(path, name))),
  );
}
