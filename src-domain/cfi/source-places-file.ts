import type { CfiStep } from "./cfi";

/** Version of the form below. */
export const PLACES_VERSION = 1;

/**
 * Where the letters of a canonical text stand in the documents of a book, as it lies on the disk. Of every place only
 * the difference to the one before is written: a long book has some hundred thousand.
 */
export interface SourcePlacesFile {
  readonly version: typeof PLACES_VERSION;
  /** The `spine` in the package document. */
  readonly spine: CfiStep;
  readonly parts: readonly PartPlaces[];
  /**
   * Four numbers for each stretch of letters that stands in the source just so: letters of the canonical text since the
   * stretch before; difference of the chunk's number (chunks of all parts are counted as one row); UTF-16 units of the
   * chunk since the stretch before, or since its beginning in another chunk; length.
   */
  readonly segments: readonly number[];
}

/** The places of one part of the spine. */
export interface PartPlaces {
  /** The `itemref`. */
  readonly step: number;
  readonly id?: string;
  /** What the itemref names: some programs assert it in place of the itemref's own id. */
  readonly idref: string;
  /** Two numbers for each element that holds letters: how far up this list its parent stands (the root: one before the first), and its step. */
  readonly elements: readonly number[];
  /** Ids of elements, by their place in the list. */
  readonly ids: readonly (readonly [number, string])[];
  /** Three numbers for each text between two elements: place of its parent in the list (the root: -1), its step, its length. */
  readonly chunks: readonly number[];
}
