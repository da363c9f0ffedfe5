import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { repositoryRoot } from "../repository-root.mjs";
import { fetchOfficial } from "./fetch-official.mjs";
import {
  forgetFetchFailure,
  recentFetchFailure,
  rememberFetchFailure,
} from "./fetch-failure.mjs";
import { executableName, runtimeIn } from "./runtime.mjs";
import { withLock } from "./with-lock.mjs";

/**
 * The official binary: the one in place, else one fetched now.
 *
 * @param {object} options
 * @param {string} options.cache
 * @param {(line: string) => void} options.log
 * @param {string} [options.packageFolder] of the npm package `electron`
 * @param {number} [options.now] milliseconds
 * @param {typeof fetchOfficial} [options.fetch]
 * @returns {Promise<import("./runtime.mjs").Answer>}
 */
export async function findOfficial({
  cache,
  log,
  packageFolder = path.join(repositoryRoot, "node_modules/electron"),
  now = Date.now(),
  fetch = fetchOfficial,
}) {
  const version = packageVersion(packageFolder);
  if (!version) return { reason: "the package electron is not installed" };
  const lock = path.join(cache, "official.lock");
  const known = () => answerWithoutFetch(packageFolder, version, cache, now);
  const answer = known();
  if (answer) return answer;
  try {
    return await withLock(lock, log, async () => known() ?? fetchNow());
  } catch (error) {
    // Another user's node_modules, which we may read but not write: the next source may do.
    const { message } = /** @type {Error} */ (error);
    return notFetched(version, message);
  }

  async function fetchNow() {
    log(`Fetching Electron ${version} ...`);
    const failure = await fetch(packageFolder);
    const runtime = installedOfficial(packageFolder, version);
    if (runtime) {
      forgetFetchFailure(cache);
      return { runtime };
    }
    const reason = failure ?? "the fetch left no executable";
    rememberFetchFailure(cache, version, now, reason);
    return notFetched(version, reason);
  }
}

/**
 * @param {string} version
 * @param {string} why
 */
function notFetched(version, why) {
  return { reason: `Electron ${version} could not be fetched (${why})` };
}

/**
 * @param {string} packageFolder
 * @param {string} version
 * @param {string} cache
 * @param {number} now
 * @returns {import("./runtime.mjs").Answer | undefined}
 */
function answerWithoutFetch(packageFolder, version, cache, now) {
  const runtime = installedOfficial(packageFolder, version);
  if (runtime) return { runtime };
  const failure = recentFetchFailure(cache, version, now);
  if (!failure) return undefined;
  return {
    reason: `Electron ${version} could not be fetched within the last hour (${failure})`,
  };
}

/**
 * Complete only when path.txt is there: the package writes it last.
 *
 * @param {string} packageFolder
 * @param {string} version
 */
function installedOfficial(packageFolder, version) {
  const pathFile = path.join(packageFolder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  if (readFileSync(pathFile, "utf8") !== executableName()) return undefined;
  const runtime = runtimeIn(path.join(packageFolder, "dist"), "official");
  return runtime?.version === version ? runtime : undefined;
}

/** @param {string} packageFolder */
function packageVersion(packageFolder) {
  try {
    const file = path.join(packageFolder, "package.json");
    return String(JSON.parse(readFileSync(file, "utf8")).version);
  } catch {
    return undefined;
  }
}
