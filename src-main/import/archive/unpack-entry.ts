import { fail, ok, type Result } from "#domain/result";
import type { Entry } from "yauzl";
import { crc32, inflateRawSync } from "node:zlib";
import type { ReadFailure } from "../reader";
import type { ArchiveLimits } from "./archive-limits";
import { printableName } from "./entry-name";

const STORED = 0;
const DEFLATED = 8;
/** zlib takes no smaller output buffer. */
const SMALLEST_CHUNK = 64;

/**
 * Unpacks one entry. The size its header claims is only believed downwards: it is held against the caps first, and
 * inflating stops at the first byte beyond it. So memory is bounded by the caps whatever the header says, and one buffer
 * of the claimed size suffices. What is only stored is not copied: it shares the archive's memory.
 *
 * @param left bytes that the archive may still unpack to in all
 */
export function unpackEntry(
  packed: Uint8Array,
  entry: Entry,
  left: number,
  limits: ArchiveLimits,
): Result<Uint8Array, ReadFailure> {
  const refusal =
    checkReadable(entry) ?? checkSize(entry, packed.length, left, limits);
  if (refusal) return fail(refusal);
  const unpacked =
    entry.compressionMethod === STORED ? ok(packed) : inflate(packed, entry);
  if (!unpacked.ok) return unpacked;
  if (unpacked.value.length !== entry.uncompressedSize)
    return fail(
      damaged(
        entry,
        `${unpacked.value.length} bytes instead of ${entry.uncompressedSize}`,
      ),
    );
  if (crc32(unpacked.value) !== entry.crc32)
    return fail(damaged(entry, "wrong checksum"));
  return unpacked;
}

function checkReadable(entry: Entry): ReadFailure | undefined {
  if (entry.isEncrypted()) return unsafe(entry, "encrypted entry");
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED)
    return damaged(entry, `compression method ${method} is not read`);
  return undefined;
}

function checkSize(
  entry: Entry,
  packedBytes: number,
  left: number,
  limits: ArchiveLimits,
): ReadFailure | undefined {
  const size = entry.uncompressedSize;
  if (size > limits.entryBytes)
    return unsafe(entry, `${size} bytes, over ${limits.entryBytes} an entry`);
  if (size > limits.ratioFreeBytes && size > packedBytes * limits.ratio)
    return unsafe(entry, `ratio over ${limits.ratio}:1`);
  if (size > left)
    return unsafe(entry, `over ${limits.totalBytes} bytes in all`);
  return undefined;
}

function inflate(
  packed: Uint8Array,
  entry: Entry,
): Result<Uint8Array, ReadFailure> {
  try {
    const unpacked = inflateRawSync(packed, {
      chunkSize: Math.max(entry.uncompressedSize + 1, SMALLEST_CHUNK),
      maxOutputLength: Math.max(entry.uncompressedSize, 1),
    });
    return ok(
      new Uint8Array(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength),
    );
  } catch (error) {
    if (isTooLarge(error))
      return fail(unsafe(entry, "unpacks to more than its header claims"));
    return fail(
      damaged(entry, error instanceof Error ? error.message : String(error)),
    );
  }
}

function isTooLarge(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "ERR_BUFFER_TOO_LARGE"
  );
}

function damaged(entry: Entry, what: string): ReadFailure {
  return {
    code: "damaged-file",
    detail: `${printableName(entry.fileName)}: ${what}`,
  };
}

function unsafe(entry: Entry, what: string): ReadFailure {
  return {
    code: "archive-unsafe",
    detail: `${printableName(entry.fileName)}: ${what}`,
  };
}
