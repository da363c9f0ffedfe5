import type { Piece, TextPiece } from "./compose";
import { startOf } from "./flow";
import type { Line } from "./line";
import type { ListMarker } from "./list-marker";

/** A piece's place in a list. */
export interface ListPlace {
  readonly level: number;
  readonly number?: number;
  /** Letters of the marker, which the list itself shows. */
  readonly length: number;
}

/** Items whose beginnings differ by more than this many sizes are of different depth. */
const DEEPER = 0.8;
const DEEPEST = 6;

/**
 * Finds items of lists. A bullet always makes one; a number only in a row of numbers whose lines hang on it, since
 * numbered paragraphs of resolutions and treaties are quoted by the number that stands in their text.
 */
export function findLists(pieces: readonly Piece[]): Map<Piece, ListPlace> {
  const found = new Map<Piece, ListPlace>();
  /** Where the items of the list begin, from the outermost level to the innermost. */
  let starts: number[] = [];
  pieces.forEach((piece, index) => {
    if (piece.shape === "table" || piece.heading !== undefined || piece.note) {
      starts = [];
      return;
    }
    const marker = piece.parts[0]?.marker;
    const isTagged = firstLine(piece).tag?.role === "LI";
    const isItem =
      isTagged ||
      marker?.kind === "bullet" ||
      (marker?.kind === "number" && isInRow(pieces, index));
    if (!isItem) {
      starts = [];
      return;
    }
    starts = deepen(starts, firstLine(piece));
    found.set(piece, {
      level: Math.min(starts.length, DEEPEST),
      ...shown(marker),
    });
  });
  return found;
}

/** What the list shows of a marker; letters stay in the text. */
function shown(
  marker: ListMarker | undefined,
): Pick<ListPlace, "length" | "number"> {
  if (!marker || marker.kind === "letter") return { length: 0 };
  return marker.value === undefined
    ? { length: marker.length }
    : { length: marker.length, number: marker.value };
}

function deepen(starts: readonly number[], line: Line): number[] {
  const start = startOf(line);
  const outer = starts.filter((each) => each < start - DEEPER * line.size);
  return [...outer, start];
}

function firstLine(piece: TextPiece): Line {
  return piece.parts[0]?.lines[0] as Line;
}

/** Whether the piece before or after it among its siblings bears the number before or after it. */
function isInRow(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index] as TextPiece;
  const value = piece.parts[0]?.marker?.value as number;
  return (
    hangs(piece) &&
    (numberOf(pieces, index, -1) === value - 1 ||
      numberOf(pieces, index, 1) === value + 1)
  );
}

/** The number of the nearest numbered piece in that direction, past bullets below it. */
function numberOf(
  pieces: readonly Piece[],
  index: number,
  step: 1 | -1,
): number | undefined {
  for (let at = index + step; ; at += step) {
    const piece = pieces[at];
    if (piece?.shape !== "text" || piece.heading !== undefined)
      return undefined;
    const marker = piece.parts[0]?.marker;
    if (marker?.kind === "number")
      return hangs(piece) ? marker.value : undefined;
    if (!marker && !piece.note) return undefined;
  }
}

/** Whether all lines after the first are set in behind the number. */
function hangs(piece: TextPiece): boolean {
  const first = firstLine(piece);
  const rest = piece.parts[0]?.lines.slice(1) ?? [];
  return rest.every(
    (line) => startOf(line) > startOf(first) + 0.4 * first.size,
  );
}
