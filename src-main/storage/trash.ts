import { readdir, rename, stat } from "node:fs/promises";
import { basename, dirname, join, posix } from "node:path";
import { errorCode } from "./error-detail";
import { fsyncFolder } from "./fsync-folder";
import { makeFolder } from "./make-folder";

/** Something in the trash: its path within the library, with forward slashes. */
export type TrashedPath = string;

const TRASHED = /^trash\/\d{4}-\d{2}-\d{2}\/[^/\\]+$/u;

/** Moves a file into the library's trash, under today's date and `as`; a name that is taken there gets a number. */
export async function moveToTrash(
  library: string,
  path: string,
  now: number,
  as = basename(path),
): Promise<TrashedPath> {
  const day = new Date(now).toISOString().slice(0, 10);
  const folder = join(library, "trash", day);
  await makeFolder(folder);
  const name = await freeName(folder, as);
  await rename(path, join(folder, name));
  await fsyncFolder(folder);
  await fsyncFolder(dirname(path));
  return posix.join("trash", day, name);
}

/**
 * Moves a file from the trash back into a folder, under `as` or the name it has; a name that is taken there gets a
 * number. Returns its new path. @throws RangeError for a path outside the trash
 */
export async function restoreFromTrash(
  library: string,
  trashed: TrashedPath,
  folder: string,
  as = basename(trashed),
): Promise<string> {
  if (!isTrashedPath(trashed))
    throw new RangeError(`Not in the trash: ${trashed}`);
  await makeFolder(folder);
  const name = await freeName(folder, as);
  const from = join(library, trashed);
  await rename(from, join(folder, name));
  await fsyncFolder(folder);
  await fsyncFolder(dirname(from));
  return join(folder, name);
}

export interface TrashedFile {
  readonly trashed: TrashedPath;
  readonly removedAt: number;
}

/** Files in the trash with an ending, newest first. */
export async function listTrash(
  library: string,
  ending: string,
): Promise<TrashedFile[]> {
  const names = await readdir(join(library, "trash"), {
    recursive: true,
  }).catch(() => []);
  const paths = names
    .map((name) => posix.join("trash", name.replaceAll("\\", "/")))
    .filter(isTrashedPath);
  const files = paths
    .filter((path) => path.endsWith(ending))
    .map(async (path) => ({
      trashed: path,
      removedAt: (await stat(join(library, path))).ctimeMs,
    }));
  return (await Promise.all(files)).sort((a, b) => b.removedAt - a.removedAt);
}

/** Tells whether a path names a file in the trash, and nothing outside it. */
export function isTrashedPath(path: string): boolean {
  return TRASHED.test(path) && !path.includes("..");
}

async function freeName(folder: string, name: string): Promise<string> {
  const dot = name.lastIndexOf(".");
  const [stem, ending] =
    dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} ${number}${ending}`;
    try {
      await stat(join(folder, candidate));
    } catch (error) {
      if (errorCode(error) === "ENOENT") return candidate;
      throw error;
    }
  }
}
