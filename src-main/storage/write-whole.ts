import type { FileHandle } from "node:fs/promises";

/** Writes all bytes, however many the system takes at a time. */
export async function writeWhole(
  handle: FileHandle,
  bytes: Uint8Array,
): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at);
    at += bytesWritten;
  }
}
