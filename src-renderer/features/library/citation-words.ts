import type {
  CitationStyle,
  ReferenceFormat,
} from "#bridge/contract/citations";

export const STYLE_WORDS: Readonly<Record<CitationStyle, string>> = {
  apa: "APA",
  harvard: "Harvard",
  vancouver: "Vancouver",
  "chicago-notes": "Chicago, notes",
};

export const FORMAT_WORDS: Readonly<Record<ReferenceFormat, string>> = {
  bibtex: "BibTeX",
  csl: "CSL-JSON",
};
