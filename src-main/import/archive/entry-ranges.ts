import { fail, ok, type Result } from "#domain/result";
import type { Entry } from "yauzl";
import type { ReadFailure } from "../reader";
import { printableName } from "./entry-name";
import type { ArchiveListing } from "./list-entries";

/** Length of a local file header before its name and extra field. PKWARE APPNOTE 6.3.10, 4.3.7. */
const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_SIGNATURE = 0x04034b50;

/** The packed bytes of an entry: `[start, end)` of the archive. */
export interface EntryRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds where the packed bytes of every entry lie. Fails when one lies outside the archive, or when two overlap: bombs
 * of the kind of D. Fifield, "A better zip bomb" (2019) let thousands of entries share the same packed bytes.
 */
export function locateEntries(
  bytes: Uint8Array,
  { entries, directoryStart }: ArchiveListing,
): Result<ReadonlyMap<Entry, EntryRange>, ReadFailure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ranges = new Map<Entry, EntryRange>();
  let end = 0;
  for (const entry of entries.toSorted(byOffset)) {
    const headerStart = entry.relativeOffsetOfLocalHeader;
    if (headerStart + LOCAL_HEADER_BYTES > bytes.length)
      return fail(damaged(entry, "its header lies outside the archive"));
    if (view.getUint32(headerStart, true) !== LOCAL_HEADER_SIGNATURE)
      return fail(damaged(entry, "its header is not where it should be"));
    if (headerStart < end) return fail(overlap(entry));
    const start =
      headerStart +
      LOCAL_HEADER_BYTES +
      view.getUint16(headerStart + 26, true) +
      view.getUint16(headerStart + 28, true);
    end = start + entry.compressedSize;
    if (end > bytes.length)
      return fail(damaged(entry, "its data overflows the archive"));
    ranges.set(entry, { start, end });
  }
  const last = entries.at(-1);
  if (last && end > directoryStart) return fail(overlap(last));
  return ok(ranges);
}

function byOffset(a: Entry, b: Entry): number {
  return a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader;
}

function damaged(entry: Entry, what: string): ReadFailure {
  return {
    code: "damaged-file",
    detail: `${printableName(entry.fileName)}: ${what}`,
  };
}

function overlap(entry: Entry): ReadFailure {
  return {
    code: "archive-unsafe",
    detail: `overlapping entries: ${printableName(entry.fileName)}`,
  };
}
