import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder that goes away with the test. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "aide-scripts-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Writes a small text, and the folders it needs.
 *
 * @param {string[]} parts of the path
 * @param {string} text
 */
export function put(parts, text) {
  const file = path.join(...parts);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A log that remembers. */
export function memory() {
  /** @type {string[]} */
  const lines = [];
  return { lines, log: (/** @type {string} */ line) => void lines.push(line) };
}
