import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Long enough not to wait at every start, short enough to notice a network that came back. */
const REMEMBERED_MS = 60 * 60 * 1000;

/** @param {string} cache */
const markerIn = (cache) => path.join(cache, "official-fetch-failed.json");

/**
 * Why the last fetch of this version failed, if that was within the hour.
 *
 * @param {string} cache
 * @param {string} version
 * @param {number} now milliseconds
 * @returns {string | undefined}
 */
export function recentFetchFailure(cache, version, now) {
  try {
    const marker = JSON.parse(readFileSync(markerIn(cache), "utf8"));
    const age = now - marker.at;
    const recent = age >= 0 && age < REMEMBERED_MS;
    return recent && marker.version === version ? marker.reason : undefined;
  } catch {
    return undefined; // no marker, or one cut short: try the fetch again
  }
}

/**
 * @param {string} cache
 * @param {string} version
 * @param {number} now milliseconds
 * @param {string} reason
 */
export function rememberFetchFailure(cache, version, now, reason) {
  mkdirSync(cache, { recursive: true });
  const marker = JSON.stringify({ version, at: now, reason });
  writeFileSync(markerIn(cache), marker);
}

/** @param {string} cache */
export function forgetFetchFailure(cache) {
  rmSync(markerIn(cache), { force: true });
}
