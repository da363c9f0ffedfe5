import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ulid } from "ulidx";
import { replaceFile } from "./replace-file";

const DEVICE_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/u;

/** This device's id, made once and kept outside the library, so that a copied library gets its own log. */
export async function deviceId(userData: string, now: number): Promise<string> {
  const path = join(userData, "device-id");
  const kept = await readFile(path, "utf8").catch(() => "");
  if (DEVICE_ID.test(kept.trim())) return kept.trim();
  const made = ulid(now);
  await replaceFile(path, `${made}\n`, { now });
  return made;
}
