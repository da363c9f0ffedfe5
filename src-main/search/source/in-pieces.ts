const A_PIECE = 200;

/** Values in pieces, with a pause after each: a hundred thousand at once would hold up everything else. */
export async function* inPieces<Value>(
  values: Iterable<Value>,
): AsyncGenerator<readonly Value[]> {
  let piece: Value[] = [];
  for (const value of values) {
    if (piece.push(value) < A_PIECE) continue;
    yield piece;
    piece = [];
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (piece.length > 0) yield piece;
}
