/** A stretch along a line. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** From the leftmost to the rightmost of several stretches; there may be a great many of them. */
export function extentOf(stretches: Iterable<Extent>): Extent {
  let [left, right] = [Infinity, -Infinity];
  for (const each of stretches) {
    left = Math.min(left, each.left);
    right = Math.max(right, each.right);
  }
  return { left, right };
}
