import type { TextRange } from "../text/blocks";
import type { CfiStep } from "./cfi";

/** One part of a book's spine, with the elements of its document that hold letters. */
export interface SourcePart {
  readonly itemref: CfiStep;
  readonly idref: string;
  /** Of each element: its parent's number (the root: -1) and its step. */
  readonly parents: Int32Array;
  readonly steps: Int32Array;
  readonly ids: ReadonlyMap<number, string>;
  readonly elementsById: ReadonlyMap<string, number>;
  /** Its chunks are those from here on, before those of the next part. */
  readonly firstChunk: number;
  readonly chunks: number;
}

/**
 * Where the letters of a canonical text stand in the documents of a book. A chunk is the text between two elements,
 * whatever sections, comments and entities it is made of; a segment is a stretch of letters that stands in its chunk
 * just so. Segments are in the order of the canonical text, which is not always that of the documents: notes come last.
 */
export interface SourcePlaces {
  readonly spine: CfiStep;
  readonly parts: readonly SourcePart[];
  /** Of each chunk: its part, its parent element, its step and its length. */
  readonly chunkParts: Int32Array;
  readonly chunkElements: Int32Array;
  readonly chunkSteps: Int32Array;
  readonly chunkLengths: Int32Array;
  /** Of each segment: where it begins in the canonical text, its length, its chunk and where it begins in that. */
  readonly offsets: Int32Array;
  readonly lengths: Int32Array;
  readonly segmentChunks: Int32Array;
  readonly raws: Int32Array;
}

/** A letter's place in the source. */
export interface SourceLetter {
  readonly chunk: number;
  /** UTF-16 units from the chunk's beginning. */
  readonly raw: number;
  /** Its offset in the canonical text. */
  readonly offset: number;
}

/** First letter of a range that stands in the source. */
export function firstLetter(
  places: SourcePlaces,
  { start, end }: TextRange,
): SourceLetter | undefined {
  const index = segmentAt(places, start);
  const offset = Math.max(start, places.offsets[index] ?? end);
  return offset < end ? letterAt(places, index, offset) : undefined;
}

/** Last letter of a range that stands in the source. */
export function lastLetter(
  places: SourcePlaces,
  { start, end }: TextRange,
): SourceLetter | undefined {
  const { offsets, lengths } = places;
  let index = segmentAt(places, end - 1);
  if ((offsets[index] ?? end) >= end) index -= 1;
  if (index < 0) return undefined;
  const segmentEnd = (offsets[index] ?? 0) + (lengths[index] ?? 0);
  const offset = Math.min(end, segmentEnd) - 1;
  return offset >= start ? letterAt(places, index, offset) : undefined;
}

function letterAt(
  { offsets, segmentChunks, raws }: SourcePlaces,
  index: number,
  offset: number,
): SourceLetter {
  return {
    chunk: segmentChunks[index] ?? 0,
    raw: (raws[index] ?? 0) + offset - (offsets[index] ?? 0),
    offset,
  };
}

/** Binary search for the first segment that ends after an offset; one too many where none does. */
function segmentAt({ offsets, lengths }: SourcePlaces, offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) + (lengths[middle] ?? 0) <= offset)
      low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers of an element and of those around it, the outermost first; none for the root. */
export function elementsAround(
  { parents }: SourcePart,
  element: number,
): number[] {
  const around: number[] = [];
  for (let at = element; at >= 0; at = parents[at] ?? -1) around.push(at);
  return around.reverse();
}
