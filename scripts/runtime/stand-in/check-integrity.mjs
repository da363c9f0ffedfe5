import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/**
 * Refuses a tarball whose content is not the known one. To be called before
 * anything of it is unpacked.
 *
 * @param {string} tarball
 * @param {string} integrity "sha512-" and base64, as in a lock file
 * @throws when it differs
 */
export async function checkIntegrity(tarball, integrity) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest("base64")}` === integrity) return;
  throw new Error(
    "the fetched file is not the expected one (its SHA-512 differs), so it was not unpacked; a next start fetches it again",
  );
}
