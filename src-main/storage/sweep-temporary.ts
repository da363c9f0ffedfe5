import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "./make-folder";
import { TEMPORARY_PREFIX } from "./replace-file";

/** Moves temporary files that a crash left in a folder into quarantine; returns how many. */
export async function sweepTemporary(
  folder: string,
  quarantineFolder: string,
): Promise<number> {
  const left = (await readdir(folder, { recursive: true })).filter((name) =>
    isTemporary(name),
  );
  if (left.length > 0) await makeFolder(quarantineFolder);
  for (const [index, name] of left.entries()) {
    const target = join(
      quarantineFolder,
      `${Date.now()}-${index}-${name.split(/[\\/]/u).at(-1)}`,
    );
    await rename(join(folder, name), target).catch(() => undefined);
  }
  return left.length;
}

function isTemporary(name: string): boolean {
  return (name.split(/[\\/]/u).at(-1) ?? "").startsWith(TEMPORARY_PREFIX);
}
