import type { ReferenceFormat } from "#bridge/contract/citations";
import type { CitedItem } from "./citation-of-item";
import { exportBibtex } from "./export-bibtex";
import { exportCsl } from "./export-csl";

/** Items as a reference manager reads them. */
export function exportReferences(
  items: readonly CitedItem[],
  format: ReferenceFormat,
): string {
  return format === "bibtex" ? exportBibtex(items) : exportCsl(items);
}
