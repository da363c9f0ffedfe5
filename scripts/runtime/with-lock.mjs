import { mkdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isRunning } from "./is-running.mjs";

const BEAT_MS = 2_000;
const SILENT_MS = 30_000;

/**
 * Runs `work` while no other process does. It saves double work and nothing
 * more: what is built is renamed into place at the end, so that two builders
 * past a broken lock would do no harm.
 *
 * @template T
 * @param {string} file
 * @param {(line: string) => void} log
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, log, work) {
  await mkdir(path.dirname(file), { recursive: true });
  for (let said = false; !(await taken(file));) {
    if (await abandoned(file)) {
      await rm(file, { force: true });
      continue;
    }
    if (!said) log("Another process is at the same work: waiting for it ...");
    said = true;
    await pause(250);
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {}); // gone only when someone thought us dead
  }, BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true });
  }
}

/** @param {string} file */
async function taken(file) {
  try {
    await writeFile(file, `${hostname()} ${process.pid}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST")
      return false;
    throw error;
  }
}

/**
 * Its owner died: at once when the process is known to be gone, else after
 * half a minute without a beat (an owner on another machine or in a container).
 *
 * @param {string} file
 */
async function abandoned(file) {
  try {
    const [host, pid] = (await readFile(file, "utf8")).split(" ");
    if (host === hostname() && pid && !isRunning(Number(pid))) return true;
    return Date.now() - (await stat(file)).mtimeMs > SILENT_MS;
  } catch {
    return false; // released in this moment
  }
}
