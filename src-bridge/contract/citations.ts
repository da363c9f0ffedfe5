import * as v from "valibot";
import { request } from "./define";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const ids = v.pipe(v.array(id), v.minLength(1), v.maxLength(200_000));

/** Styles that citations can be written in. */
export const CITATION_STYLES = [
  "apa",
  "harvard",
  "vancouver",
  "chicago-notes",
] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];
const style = v.picklist(CITATION_STYLES);

/** Forms that reference managers read. */
export const REFERENCE_FORMATS = ["bibtex", "csl"] as const;
export type ReferenceFormat = (typeof REFERENCE_FORMATS)[number];

/** Citing items, and taking them to other programs. */
export const citations = {
  /** An item cited in a style; `pages` are those of a passage as printed in the source ("12", "iv-v"). */
  "citations/format": request(
    v.strictObject({
      item: id,
      style,
      pages: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
    }),
  ).returns<FormattedCitation>(),
  /** Several items as a list of references, one a line; `null` when cancelled. */
  "citations/references": request(
    v.strictObject({
      items: v.pipe(v.array(id), v.minLength(1), v.maxLength(2_000)),
      style,
    }),
  ).returns<string | null>(),
  /** How far many items are written; told of by the subject `citations`. */
  "citations/progress": request(
    v.strictObject({}),
  ).returns<CitationProgress | null>(),
  /** Ends what is being written. */
  "citations/cancel": request(v.strictObject({})).returns<null>(),
  /** Asks with the system's dialog where to write items to; `null` when cancelled, there or later. */
  "citations/export": request(
    v.strictObject({ items: ids, format: v.picklist(REFERENCE_FORMATS) }),
  ).returns<{ readonly path: string; readonly count: number } | null>(),
};

/** A citation in words. */
export interface FormattedCitation {
  /** As it stands in a list of references. */
  readonly reference: string;
  /** As it stands in the text, or as a footnote, with the pages if they are given. */
  readonly inText: string;
}

/** How far a list or a file of references has come. */
export interface CitationProgress {
  /** What is known of the items is read first, then they are written. */
  readonly step: "reading" | "writing";
  readonly done: number;
  readonly total: number;
}
