import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { contentHash } from "./content-hash";
import { errorCode } from "./error-detail";
import { fsyncFolder } from "./fsync-folder";
import { makeFolder } from "./make-folder";

/**
 * Keeps raw bytes that could not be read, by their hash, so that nothing is thrown away and nothing is kept twice.
 * Returns the path of the copy.
 */
export async function quarantine(
  folder: string,
  bytes: Uint8Array,
): Promise<string> {
  await makeFolder(folder);
  const path = join(folder, `${contentHash(bytes).slice(0, 26)}.raw`);
  try {
    const handle = await open(path, "wx");
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    await fsyncFolder(folder);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    if ((await readFile(path)).length !== bytes.length) throw error;
  }
  return path;
}
