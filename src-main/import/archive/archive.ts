import { fail, ok, type Result } from "#domain/result";
import type { ReadContext, ReadFailure, ReadWarning } from "../reader";
import { ARCHIVE_LIMITS, type ArchiveLimits } from "./archive-limits";
import { chooseEntries } from "./choose-entries";
import { decodeEntry } from "./decode-entry";
import { printableName } from "./entry-name";
import { locateEntries } from "./entry-ranges";
import { listEntries } from "./list-entries";
import { unpackEntry } from "./unpack-entry";

/** A ZIP archive opened for reading into memory. Archives inside it are bytes like others and never opened. */
export interface Archive {
  /** Names of its files in the order of its directory, without folders and without those left out. */
  names(): readonly string[];
  has(name: string): boolean;
  /** Unpacks a file, anew at every call; not to be changed. Fails when it is absent, damaged or over a cap. */
  read(name: string): Promise<Result<Uint8Array, ReadFailure>>;
  /** Unpacks a file of text in UTF-8, or in UTF-16 where its first bytes say so. */
  readText(name: string): Promise<Result<string, ReadFailure>>;
  /** What was left out, and why. */
  readonly warnings: readonly ReadWarning[];
}

/**
 * Opens a ZIP archive that nobody vouches for. Fails as `damaged-file` when it is broken and as `archive-unsafe` when it
 * is over a cap or built to harm; never throws for what the bytes hold. The bytes must not change while it is in use.
 */
export async function openArchive(
  bytes: Uint8Array,
  context: ReadContext,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<Result<Archive, ReadFailure>> {
  const listed = await listEntries(bytes, limits, context);
  if (!listed.ok) return listed;
  const chosen = chooseEntries(listed.value.entries, limits);
  if (!chosen.ok) return chosen;
  const located = locateEntries(bytes, listed.value);
  if (!located.ok) return located;
  const claimed = listed.value.entries.reduce(
    (sum, entry) => sum + entry.uncompressedSize,
    0,
  );
  if (claimed > limits.totalBytes)
    return fail({
      code: "archive-unsafe",
      detail: `claims ${claimed} bytes, over ${limits.totalBytes} in all`,
    });
  const { entries, warnings } = chosen.value;
  // A view of its own: those of a Buffer would be Buffers, which differ from plain arrays in what `slice` does.
  const whole = new Uint8Array(
    bytes.buffer,
    bytes.byteOffset,
    bytes.byteLength,
  );
  const ranges = located.value;
  let left = limits.totalBytes;

  function read(name: string): Result<Uint8Array, ReadFailure> {
    const entry = entries.get(name);
    const range = entry && ranges.get(entry);
    if (!entry || !range)
      return fail({
        code: "damaged-file",
        detail: `no entry ${printableName(name)}`,
      });
    const packed = whole.subarray(range.start, range.end);
    const unpacked = unpackEntry(packed, entry, left, limits);
    if (unpacked.ok) left -= unpacked.value.length;
    return unpacked;
  }

  return ok({
    names: () => [...entries.keys()],
    has: (name) => entries.has(name),
    read: (name) => Promise.resolve(read(name)),
    readText: (name) => {
      const unpacked = read(name);
      return Promise.resolve(
        unpacked.ok ? ok(decodeEntry(unpacked.value)) : unpacked,
      );
    },
    warnings,
  });
}
