import type { ReferenceFormat } from "#bridge/contract/citations";
import { fail, ok, type Result } from "#domain/result";
import { errorDetail } from "../storage/error-detail";
import { replaceFile } from "../storage/replace-file";

/** Endings of the files, by their form. */
export const REFERENCE_ENDINGS: Readonly<Record<ReferenceFormat, string>> = {
  bibtex: "bib",
  csl: "json",
};

/** Writes references into a file, whole or not at all. Failure: `write-failed`. */
export async function writeReferences(
  text: string,
  count: number,
  path: string,
  now: number,
): Promise<Result<{ readonly path: string; readonly count: number }>> {
  try {
    await replaceFile(path, text, { now });
  } catch (error) {
    return fail({ code: "write-failed", path, detail: errorDetail(error) });
  }
  return ok({ path, count });
}
