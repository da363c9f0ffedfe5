import { cp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../storage/error-detail";
import { fsyncFolder } from "../storage/fsync-folder";
import { makeFolder } from "../storage/make-folder";
import { TEMPORARY_PREFIX } from "../storage/replace-file";
import { listItemFolders, STAGING_PREFIX } from "./item-folders";

/** Moves what a crash left among the items (half an import, a temporary file) into quarantine; returns how many. */
export async function sweepStaging(
  items: string,
  quarantineFolder: string,
): Promise<number> {
  const left = (await listItemFolders(items)).filter(
    (name) =>
      name.startsWith(STAGING_PREFIX) || name.startsWith(TEMPORARY_PREFIX),
  );
  if (left.length === 0) return 0;
  await makeFolder(quarantineFolder);
  for (const name of left)
    await move(join(items, name), join(quarantineFolder, name.slice(1)));
  await fsyncFolder(items);
  return left.length;
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // The library may lie on another disk than the program's own folder.
    if (errorCode(error) !== "EXDEV") return;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}
