import { elementsAround, type SourcePlaces } from "./source-places";

/** A place between two signs of a book: the part of its spine, the steps through its document, and how far into the text there. */
export interface SourcePosition {
  readonly part: number;
  readonly path: readonly number[];
  /** UTF-16 units into the text that the last step leads to; -1 right before the element that it leads to. */
  readonly raw: number;
}

/** The segments of one part in the order of its document. */
interface PartOrder {
  readonly segments: readonly number[];
}

/** The order of a book's documents, worked out for a part when it is first asked for. */
export interface SourceOrder {
  readonly paths: (chunk: number) => readonly number[];
  readonly segmentsOf: (part: number) => PartOrder["segments"];
}

const known = new WeakMap<SourcePlaces, SourceOrder>();

/** The order that belongs to places; kept as long as they are. */
export function orderOf(places: SourcePlaces): SourceOrder {
  const before = known.get(places);
  if (before) return before;
  const made = createOrder(places);
  known.set(places, made);
  return made;
}

/** Below 0 for a place before another one, 0 for the same. Both in the same part or not. */
export function comparePositions(
  first: SourcePosition,
  second: SourcePosition,
): number {
  return (
    first.part - second.part ||
    comparePaths(first.path, second.path) ||
    first.raw - second.raw
  );
}

/** What an element holds comes behind what is right before it. */
function comparePaths(
  first: readonly number[],
  second: readonly number[],
): number {
  const shared = Math.min(first.length, second.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}

function createOrder(places: SourcePlaces): SourceOrder {
  const paths: (readonly number[] | undefined)[] = [];
  const pathOf = (chunk: number): readonly number[] =>
    (paths[chunk] ??= pathOfChunk(places, chunk));
  const orders: (readonly number[] | undefined)[] = [];
  let byPart: number[][] | undefined;
  return {
    paths: pathOf,
    segmentsOf(part) {
      byPart ??= segmentsByPart(places);
      return (orders[part] ??= (byPart[part] ?? []).sort((a, b) => {
        const [first = 0, second = 0] = [
          places.segmentChunks[a],
          places.segmentChunks[b],
        ];
        return first === second
          ? (places.raws[a] ?? 0) - (places.raws[b] ?? 0)
          : comparePaths(pathOf(first), pathOf(second));
      }));
    },
  };
}

function segmentsByPart(places: SourcePlaces): number[][] {
  const byPart: number[][] = places.parts.map(() => []);
  places.segmentChunks.forEach((chunk, segment) => {
    byPart[places.chunkParts[chunk] ?? 0]?.push(segment);
  });
  return byPart;
}

function pathOfChunk(places: SourcePlaces, chunk: number): readonly number[] {
  const part = places.parts[places.chunkParts[chunk] ?? 0];
  if (!part) return [];
  const element = places.chunkElements[chunk] ?? -1;
  return [
    ...elementsAround(part, element).map((each) => part.steps[each] ?? 0),
    places.chunkSteps[chunk] ?? 0,
  ];
}
