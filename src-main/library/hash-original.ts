import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { itemIdOf } from "./item-folders";

/** SHA-256 of a file in hexadecimal, and the id of an item made from it. @throws the system's error */
export async function hashOriginal(
  path: string,
): Promise<{ readonly sha256: string; readonly id: string }> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path))
    hash.update(chunk as Uint8Array);
  const digest = hash.digest();
  return { sha256: digest.toString("hex"), id: itemIdOf(digest) };
}
