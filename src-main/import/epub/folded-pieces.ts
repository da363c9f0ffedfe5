/** A stretch that folding leaves as it is. */
export interface FoldedPiece {
  /** Where it begins in the folded text. */
  readonly at: number;
  /** Where it begins in the text itself. */
  readonly raw: number;
  readonly length: number;
}

/**
 * What of a text stands in its folded form, in order: all of it but what follows the first sign of each run of white
 * space. Where white space is kept, only a carriage return before a line feed goes.
 */
export function foldedPieces(text: string, isKept: boolean): FoldedPiece[] {
  const runs = isKept ? /\r\n/gu : /[ \t\n\r\f]{2,}/gu;
  const pieces: FoldedPiece[] = [];
  let [at, raw] = [0, 0];
  for (const { 0: run, index } of text.matchAll(runs)) {
    const length = index + 1 - raw;
    pieces.push({ at, raw, length });
    at += length;
    raw = index + run.length;
  }
  pieces.push({ at, raw, length: text.length - raw });
  return pieces;
}
