import { createHash } from "node:crypto";

/** A short sum of values, by which a changed document is told from one that is indexed. */
export function fingerprintOf(...values: readonly unknown[]): string {
  return createHash("sha1")
    .update(JSON.stringify(values))
    .digest("base64")
    .slice(0, 20);
}
