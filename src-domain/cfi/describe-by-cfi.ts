import type { TextRange } from "../text/blocks";
import type { FragmentSelector } from "../text/selectors";
import { CFI_SYNTAX, type CfiPoint } from "./cfi";
import { formatCfi } from "./format-cfi";
import { lettersBetween } from "./letters-between";
import { orderOf, type SourcePosition } from "./source-order";
import {
  elementsAround,
  firstLetter,
  lastLetter,
  type SourcePlaces,
} from "./source-places";

/**
 * Describes a range of the canonical text by the EPUB CFI of the letters in it that stand in the source; signs that the
 * reader put around them, as tabs between cells, have no place there. `undefined` where no letter does, and where the
 * passage is no range of the source: from a text to its note, which stands before it there.
 */
export function describeByCfi(
  places: SourcePlaces,
  range: TextRange,
): FragmentSelector | undefined {
  const first = firstLetter(places, range);
  const last = lastLetter(places, range);
  if (!first || !last) return undefined;
  const found = lettersBetween(
    places,
    positionOf(places, first.chunk, first.raw),
    positionOf(places, last.chunk, last.raw + 1),
  );
  if (found?.start !== first.offset || found.end !== last.offset + 1)
    return undefined;
  const value = formatCfi({
    start: pointOf(places, first.chunk, first.raw),
    end: pointOf(places, last.chunk, last.raw + 1),
  });
  return { type: "FragmentSelector", conformsTo: CFI_SYNTAX, value };
}

function positionOf(
  places: SourcePlaces,
  chunk: number,
  raw: number,
): SourcePosition {
  const part = places.chunkParts[chunk] ?? 0;
  return { part, path: orderOf(places).paths(chunk), raw };
}

function pointOf(
  { spine, parts, chunkParts, chunkElements, chunkSteps }: SourcePlaces,
  chunk: number,
  offset: number,
): CfiPoint {
  const part = parts[chunkParts[chunk] ?? 0];
  if (!part) throw new RangeError(`No part has chunk ${chunk}`);
  const elements = elementsAround(part, chunkElements[chunk] ?? -1);
  const within = elements.map((each) => {
    const id = part.ids.get(each);
    return { step: part.steps[each] ?? 0, ...(id === undefined ? {} : { id }) };
  });
  return {
    documents: [
      [spine, part.itemref],
      [...within, { step: chunkSteps[chunk] ?? 0 }],
    ],
    offset,
  };
}
