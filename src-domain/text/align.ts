/** Where a pattern fits best inside a window of letters, and with how many insertions, deletions and replacements. */
export interface Alignment {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly errors: number;
}

/**
 * Semi-global alignment (Sellers 1980): the whole pattern against any stretch of the window, by edit distance. Among
 * equally good ends the one nearest to the pattern's length wins. Time and memory grow with pattern times window.
 */
export function alignPattern(pattern: string, window: string): Alignment {
  const rows = pattern.length;
  let before = new Uint32Array(rows + 1);
  let now = new Uint32Array(rows + 1);
  let startsBefore = new Uint32Array(rows + 1);
  let startsNow = new Uint32Array(rows + 1);
  for (let row = 0; row <= rows; row += 1) before[row] = row;
  let best: Alignment = { start: 0, end: 0, errors: rows };
  for (let column = 1; column <= window.length; column += 1) {
    now[0] = 0;
    startsNow[0] = column;
    const letter = window.charCodeAt(column - 1);
    for (let row = 1; row <= rows; row += 1) {
      const replaced =
        (before[row - 1] ?? 0) +
        (pattern.charCodeAt(row - 1) === letter ? 0 : 1);
      const inserted = (before[row] ?? 0) + 1;
      const deleted = (now[row - 1] ?? 0) + 1;
      if (replaced <= inserted && replaced <= deleted) {
        now[row] = replaced;
        startsNow[row] = startsBefore[row - 1] ?? 0;
      } else if (inserted <= deleted) {
        now[row] = inserted;
        startsNow[row] = startsBefore[row] ?? 0;
      } else {
        now[row] = deleted;
        startsNow[row] = startsNow[row - 1] ?? 0;
      }
    }
    const found = {
      start: startsNow[rows] ?? 0,
      end: column,
      errors: now[rows] ?? 0,
    };
    if (isBetter(found, best, rows)) best = found;
    [before, now] = [now, before];
    [startsBefore, startsNow] = [startsNow, startsBefore];
  }
  return best;
}

/** Edit distance as a likeness: 1 for equal letters, 0 for nothing in common. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1)
      now[column] = Math.min(
        (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1),
        (before[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
      );
    before = now;
  }
  return 1 - (before[b.length] ?? 0) / longest;
}

function isBetter(found: Alignment, best: Alignment, length: number): boolean {
  if (found.errors !== best.errors) return found.errors < best.errors;
  return (
    Math.abs(found.end - found.start - length) <
    Math.abs(best.end - best.start - length)
  );
}
