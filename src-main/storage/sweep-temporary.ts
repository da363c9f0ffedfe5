import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "./make-folder";
import { TEMPORARY_PREFIX } from "./replace-file";

/** Nothing is edited in the trash, and items may be a hundred thousand folders: their store looks after its own. */
const LEFT_OUT: readonly string[] = ["items", "trash"];

/** Moves temporary files that a crash left in a library into quarantine; returns how many. */
export async function sweepTemporary(
  folder: string,
  quarantineFolder: string,
): Promise<number> {
  const left = (await namesIn(folder)).filter(isTemporary);
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

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.map(async (entry) => {
    if (!entry.isDirectory()) return [entry.name];
    if (LEFT_OUT.includes(entry.name)) return [];
    const inside = await readdir(join(folder, entry.name), { recursive: true });
    return inside.map((name) => join(entry.name, name));
  });
  return (await Promise.all(names)).flat();
}

function isTemporary(name: string): boolean {
  return (name.split(/[\\/]/u).at(-1) ?? "").startsWith(TEMPORARY_PREFIX);
}
