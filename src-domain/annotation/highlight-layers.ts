import type { TextRange } from "../text/blocks";
import type { HighlightColour } from "./annotation";

/** How many layers of one colour are drawn; deeper nesting shares the last. */
export const MOST_LAYERS = 3;

/**
 * Gives each of several ranges, sorted by start, the lowest layer of its colour in which nothing overlaps it, so that a
 * highlight inside or across another of the same colour can be told apart. The greedy rule of interval colouring: with
 * ranges in order of their start it never uses a layer more than needed.
 */
export function layersOf(
  ranges: readonly (TextRange & { readonly colour: HighlightColour })[],
): number[] {
  const ends = new Map<HighlightColour, number[]>();
  return ranges.map(({ start, end, colour }) => {
    const taken = ends.get(colour) ?? [];
    ends.set(colour, taken);
    const free = taken.findIndex((until) => until <= start);
    const layer = free === -1 ? taken.length : free;
    taken[layer] = end;
    return Math.min(layer, MOST_LAYERS - 1);
  });
}
