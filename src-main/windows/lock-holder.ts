import { readlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether the program that holds the lock of a folder of user data still runs. Chromium writes it as a link to
 * `<host>-<process>`, except on Windows, where the lock goes with its holder.
 */
export function isHolderRunning(userData: string): boolean {
  if (process.platform === "win32") return true;
  try {
    const holder = readlinkSync(join(userData, "SingletonLock"));
    const id = Number(/-(\d+)$/u.exec(holder)?.[1]);
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It runs, for somebody else; otherwise there is no lock any more, or nobody behind it.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
