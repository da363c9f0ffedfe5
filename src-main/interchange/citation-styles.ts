/** Styles that citations can be written in. */
export const CITATION_STYLES = [
  "apa",
  "harvard",
  "vancouver",
  "chicago-notes",
] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];
