import { createHash } from "node:crypto";

/** SHA-256 of bytes or of a text's UTF-8, in hexadecimal. */
export function contentHash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
