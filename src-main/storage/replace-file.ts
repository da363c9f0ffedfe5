import { copyFile, open, readFile, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { contentHash } from "./content-hash";
import { errorCode } from "./error-detail";
import { fsyncFolder } from "./fsync-folder";
import { makeFolder } from "./make-folder";
import { writeWhole } from "./write-whole";

/** Beginning of our temporary files' names, by which a later start recognises what a crash left. */
export const TEMPORARY_PREFIX = ".aide-tmp-";

export interface ReplaceOptions {
  /** Where the version that is replaced is kept; none is kept without it. */
  readonly historyFolder?: string;
  /** Where the temporary file is made, on the same disk; beside the file without it. */
  readonly temporaryFolder?: string;
  readonly now: number;
}

let running = 0;

/**
 * Replaces (or creates) a file so that after a crash or power cut either the old or the new version stands whole:
 * temporary file beside it, fsync, rename, fsync of the folder. Returns the new content's hash; the same content
 * writes nothing. @throws the system's error when it cannot be written; the old version then still stands
 */
export async function replaceFile(
  path: string,
  content: string,
  options: ReplaceOptions,
): Promise<string> {
  const hash = contentHash(content);
  const before = await readIfThere(path);
  if (before && contentHash(before) === hash) return hash;
  await makeFolder(dirname(path));
  if (before && options.historyFolder)
    await keepInHistory(path, options.historyFolder, options.now);
  const temporary = join(
    options.temporaryFolder ?? dirname(path),
    `${TEMPORARY_PREFIX}${process.pid}-${(running += 1)}-${basename(path).slice(-40)}`,
  );
  try {
    await writeNew(temporary, Buffer.from(content, "utf8"));
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await fsyncFolder(dirname(path));
  return hash;
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await writeWhole(handle, bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function keepInHistory(
  path: string,
  historyFolder: string,
  now: number,
): Promise<void> {
  await makeFolder(historyFolder);
  const stamp = new Date(now).toISOString().replace(/[:.]/gu, "-");
  await copyFile(path, join(historyFolder, `${stamp} ${basename(path)}`));
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
