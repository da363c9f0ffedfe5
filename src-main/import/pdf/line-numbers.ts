import type { Cell, Line } from "./line";

/** Numbers beside so many lines of a page, and beside so large a share of them, count its lines. */
const LEAST = 3;
const SHARE = 0.08;
/** What stands beside them is text: cells of a table are shorter. */
const LEAST_LETTERS = 25;

/**
 * Takes off the numbers that count the lines of bills, transcripts and critical editions: bare numbers in the margin,
 * one below the other, that grow by a constant step (1 or 5) down the page.
 */
export function withoutLineNumbers(lines: readonly Line[]): readonly Line[] {
  for (const side of ["left", "right"] as const) {
    const numbered = lines.filter((line) => numberAt(line, side) !== undefined);
    if (isCount(numbered, side, lines))
      return lines.flatMap((line) =>
        numbered.includes(line) ? withoutCell(line, side) : [line],
      );
  }
  return lines;
}

type Side = "left" | "right";

function cellAt({ cells }: Line, side: Side): Cell {
  return (side === "left" ? cells[0] : cells.at(-1)) as Cell;
}

function numberAt(line: Line, side: Side): number | undefined {
  const { text } = cellAt(line, side);
  return line.cells.length <= 2 && /^\d{1,4}$/u.test(text)
    ? Number(text)
    : undefined;
}

function isCount(
  numbered: readonly Line[],
  side: Side,
  lines: readonly Line[],
): boolean {
  if (numbered.length < Math.max(LEAST, SHARE * lines.length)) return false;
  const numbers = numbered.map((line) => numberAt(line, side) as number);
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  if (step !== 1 && step !== 5) return false;
  if (numbers.some((each, at) => each !== (numbers[0] ?? 0) + at * step))
    return false;
  const edges = numbered.map((line) => cellAt(line, side)[side]);
  const [edge = 0] = edges;
  const beside = lines.flatMap(({ cells }) =>
    cells.filter(({ text }) => !/^\d+$/u.test(text)),
  );
  const letters = beside.reduce((sum, { text }) => sum + text.length, 0);
  return (
    letters > LEAST_LETTERS * beside.length &&
    edges.every((each) => Math.abs(each - edge) < 15) &&
    beside.every((cell) =>
      side === "left" ? cell.left > edge : cell.right < edge,
    )
  );
}

function withoutCell(line: Line, side: Side): Line[] {
  const cells = side === "left" ? line.cells.slice(1) : line.cells.slice(0, -1);
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return [];
  return [
    {
      ...line,
      cells,
      left: first.left,
      right: last.right,
      text: cells.map(({ text }) => text).join(" "),
    },
  ];
}
