const MEGABYTE = 1_048_576;

/** Caps on what an archive may hold or become. */
export interface ArchiveLimits {
  /** Bytes of all entries together, unpacked. */
  readonly totalBytes: number;
  readonly entries: number;
  /** Bytes of one entry, unpacked. */
  readonly entryBytes: number;
  /** Unpacked to packed size, once an entry unpacks to more than `ratioFreeBytes`. */
  readonly ratio: number;
  readonly ratioFreeBytes: number;
  /** Characters of a name with its folders. */
  readonly nameLength: number;
}

/**
 * The caps, chosen against what honest documents need.
 *
 * - 2 GB in all: the largest illustrated books are some hundred megabytes; unpacking takes about a second per 400 MB, so
 *   this also bounds the time below what counts as stuck.
 * - 20,000 entries: a scanned book of one picture a page stays below 5,000.
 * - 256 MB an entry: half of what a reading process may use, since an entry is held whole.
 * - 200:1 after 1 MB: text reaches 5:1, spreadsheets of repeated cells 60:1; deflate itself ends at 1032:1. Small
 *   entries are free because a megabyte harms nobody and blank pictures shrink well.
 * - 1,000 characters a name: file systems stop at 255 a part; longer ones only serve to fill memory.
 */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  totalBytes: 2_048 * MEGABYTE,
  entries: 20_000,
  entryBytes: 256 * MEGABYTE,
  ratio: 200,
  ratioFreeBytes: MEGABYTE,
  nameLength: 1_000,
};
