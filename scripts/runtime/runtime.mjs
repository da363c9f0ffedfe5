import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {object} Runtime
 * @property {string} distPath folder, as ELECTRON_OVERRIDE_DIST_PATH wants it
 * @property {string} executable
 * @property {string} version without a leading "v"; "of unknown version" when the folder does not say
 * @property {"override" | "official" | "stand-in"} origin
 */

/** A source either has a runtime or says in a few words why not. @typedef {{runtime: Runtime} | {reason: string}} Answer */

/**
 * Where the executable lies inside a folder of Electron.
 *
 * @param {NodeJS.Platform} [platform]
 */
export function executableName(platform = process.platform) {
  if (platform === "darwin") return "Electron.app/Contents/MacOS/Electron";
  return platform === "win32" ? "electron.exe" : "electron";
}

/**
 * Reads a folder of Electron, or undefined when the executable is not in it.
 *
 * @param {string} distPath
 * @param {Runtime["origin"]} origin
 * @returns {Runtime | undefined}
 */
export function runtimeIn(distPath, origin) {
  const executable = path.join(distPath, executableName());
  if (!existsSync(executable)) return undefined;
  return { distPath, executable, version: versionIn(distPath), origin };
}

/** @param {string} distPath */
function versionIn(distPath) {
  try {
    const text = readFileSync(path.join(distPath, "version"), "utf8");
    return text.trim().replace(/^v/, "");
  } catch {
    return "of unknown version";
  }
}
