import { fail, ok, type Result } from "#domain/result";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import type { ReadContext, ReadFailure } from "../reader";
import type { ArchiveLimits } from "./archive-limits";
import { printableName } from "./entry-name";

/** The central directory of an archive, as it stands there. */
export interface ArchiveListing {
  readonly zip: ZipFile;
  readonly entries: readonly Entry[];
  /** Where the central directory begins: no entry may reach beyond. */
  readonly directoryStart: number;
}

/** yauzl's words for names that climb out or are not portable. */
const UNSAFE_NAME =
  /^(?:absolute path|invalid relative path|invalid characters in fileName)/u;

/** Lists the entries of a ZIP archive. Fails for what is no archive, is damaged, or has too many or unsafe entries. */
export async function listEntries(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  context: ReadContext,
): Promise<Result<ArchiveListing, ReadFailure>> {
  try {
    const zip = await fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { strictFileNames: true, validateEntrySizes: true, autoClose: false },
    );
    if (zip.entryCount > limits.entries)
      return fail({
        code: "archive-unsafe",
        detail: `${zip.entryCount} entries, over ${limits.entries}`,
      });
    const directoryStart = Number(zip.readEntryCursor);
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (entries.length % 1_000 === 0) context.progress(0);
      entries.push(entry);
    }
    return ok({ zip, entries, directoryStart });
  } catch (error) {
    return fail(failureOf(error));
  }
}

/** Only the archive library's own complaints arrive here: the bytes are at fault, not the program. */
function failureOf(error: unknown): ReadFailure {
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: UNSAFE_NAME.test(message) ? "archive-unsafe" : "damaged-file",
    detail: printableName(message),
  };
}
