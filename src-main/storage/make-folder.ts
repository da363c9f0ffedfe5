import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fsyncFolder } from "./fsync-folder";

/** Creates a folder with its parents, and makes each new entry durable. */
export async function makeFolder(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true });
  if (firstMade === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await fsyncFolder(dirname(made));
    if (made === firstMade || made === dirname(made)) return;
  }
}
