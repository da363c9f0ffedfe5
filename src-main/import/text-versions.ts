import type { ImportFormat } from "./reader";

/**
 * The version of the canonical text that the reader of each format makes, without loading it and its libraries: so the
 * host knows which parsed texts are outdated. A test holds them equal to the readers' own.
 */
export const TEXT_VERSIONS: Readonly<Record<ImportFormat, number>> = {
  text: 1,
  markdown: 1,
  html: 2,
  mhtml: 2,
  epub: 2,
  pdf: 1,
  docx: 1,
  odt: 1,
  "json-record": 1,
};
