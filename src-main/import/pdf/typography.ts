import type { Line } from "./line";

/** What is usual in a document; everything else is told by how it differs. */
export interface Typography {
  /** Size and font of most letters. */
  readonly bodySize: number;
  readonly bodyFont: string;
  /** Share of letters in each font, 0-1. */
  readonly fontShare: ReadonlyMap<string, number>;
  /** Usual distance from baseline to baseline for lines of that size. */
  leading(size: number): number;
}

/** Lines further apart than this many sizes are not one paragraph, and tell nothing of the leading inside one. */
const WIDEST_LEADING = 2.6;

/** Measures the usual sizes and distances of a document. */
export function measureTypography(
  pages: readonly (readonly Line[])[],
): Typography {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  const distances = new Map<number, number[]>();
  let letters = 0;
  for (const lines of pages) {
    let last: Line | undefined;
    for (const line of lines) {
      const length = line.text.length;
      letters += length;
      add(sizes, step(line.size), length);
      add(fonts, line.font, length);
      const distance = last ? distanceInside(last, line) : undefined;
      if (distance !== undefined) {
        const known = distances.get(step(line.size)) ?? [];
        known.push(distance);
        distances.set(step(line.size), known);
      }
      last = line;
    }
  }
  const bodySize = most(sizes) ?? 12;
  const usual = new Map(
    [...distances].map(([size, known]) => [size, usualDistance(known)]),
  );
  const ratio = (usual.get(bodySize) ?? 1.2 * bodySize) / bodySize;
  return {
    bodySize,
    bodyFont: most(fonts) ?? "",
    fontShare: new Map(
      [...fonts].map(([font, count]) => [font, count / Math.max(letters, 1)]),
    ),
    leading: (size) => usual.get(step(size)) ?? ratio * size,
  };
}

/** Sizes are compared in half points. */
function step(size: number): number {
  return Math.round(size * 2) / 2;
}

function distanceInside(last: Line, line: Line): number | undefined {
  const distance = line.baseline - last.baseline;
  const isNear =
    last.angle === line.angle &&
    step(last.size) === step(line.size) &&
    Math.min(last.right, line.right) > Math.max(last.left, line.left) &&
    distance > 0.7 * line.size &&
    distance < WIDEST_LEADING * line.size;
  return isNear ? distance : undefined;
}

/** A distance that many lines keep; the lower of two that are about as frequent, since paragraphs stand further apart. */
function usualDistance(distances: readonly number[]): number {
  const sorted = [...distances].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.4)] as number;
}

function add<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function most<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
