import type { ReferenceFormat } from "#bridge/contract/citations";
import { fail, ok, type Result } from "#domain/result";
import { errorDetail } from "../storage/error-detail";
import { replaceFile } from "../storage/replace-file";
import type { CitedItem } from "./citation-of-item";
import { exportBibtex } from "./export-bibtex";
import { exportCsl } from "./export-csl";

/** Endings of the files, by their form. */
export const REFERENCE_ENDINGS: Readonly<Record<ReferenceFormat, string>> = {
  bibtex: "bib",
  csl: "json",
};

/** Writes items for a reference manager into a file, whole or not at all. Failure: `write-failed`. */
export async function exportReferences(
  items: readonly CitedItem[],
  format: ReferenceFormat,
  path: string,
  now: number,
): Promise<Result<{ readonly path: string; readonly count: number }>> {
  const text = format === "bibtex" ? exportBibtex(items) : exportCsl(items);
  try {
    await replaceFile(path, text, { now });
  } catch (error) {
    return fail({ code: "write-failed", path, detail: errorDetail(error) });
  }
  return ok({ path, count: items.length });
}
