import type { Line } from "./line";

/** Lines that go down one column of a page, and its edges in the direction of reading. */
export interface Flow {
  readonly lines: readonly Line[];
  /** Where each line stands among them. */
  readonly places: ReadonlyMap<Line, number>;
  /** Where most lines begin. */
  readonly start: number;
  /** Where full lines end. */
  readonly end: number;
  /** Share of lines that end there, 0-1. */
  readonly fullShare: number;
}

/** Where a line begins, in the direction of reading: for Arabic and Hebrew, mirrored. */
export function startOf(line: Line): number {
  return line.isRtl ? -line.right : line.left;
}

/** Where a line ends, in the direction of reading. */
export function endOf(line: Line): number {
  return line.isRtl ? -line.left : line.right;
}

/** Where the longest of some lines ends. */
export function farthestEnd(lines: Iterable<Line>): number {
  let end = -Infinity;
  for (const line of lines) end = Math.max(end, endOf(line));
  return end;
}

/** Cuts the lines of a page, in reading order, into its columns. */
export function cutIntoFlows(lines: readonly Line[]): Flow[] {
  const flows: Line[][] = [];
  let last: Line | undefined;
  for (const line of lines) {
    if (!last || !followsInColumn(last, line)) flows.push([]);
    flows.at(-1)?.push(line);
    last = line;
  }
  return flows.map((own) => ({
    lines: own,
    places: new Map(own.map((line, at) => [line, at])),
    ...edgesOf(own),
  }));
}

/** Down the page, or over another line at its height: what stands beside the last line is another column. */
function followsInColumn(last: Line, line: Line): boolean {
  const down = line.baseline - last.baseline;
  const isBeside =
    Math.min(line.right, last.right) < Math.max(line.left, last.left);
  return (
    line.angle === last.angle &&
    line.isRtl === last.isRtl &&
    (isBeside ? down > 0.5 * line.size : down > -0.3 * line.size)
  );
}

/** One line too long must not make all others short, hence the ninth tenth. */
function edgesOf(lines: readonly Line[]): Omit<Flow, "lines" | "places"> {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const start = Math.round(startOf(line));
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  const start = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
  const ends = lines.map(endOf).sort((a, b) => a - b);
  const at = lines.length < 6 ? ends.length - 1 : 0.9 * (ends.length - 1);
  const end = ends[Math.floor(at)] ?? 0;
  const full = lines.filter((line) => end - endOf(line) < 2 * line.size);
  return {
    start: start ?? 0,
    end,
    fullShare: full.length / Math.max(lines.length, 1),
  };
}
