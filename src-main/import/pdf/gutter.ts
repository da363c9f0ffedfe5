import { extentOf } from "./extent";
import type { Cell, Line } from "./line";

/** Lines each column must have, and letters they must have on average: less is a table. */
const LEAST_LINES = 5;
const LEAST_LETTERS = 18;
/** Share of lines that may cross a gutter: titles, wide figures. */
const CROSSING = 0.35;

/** A line or a part of one, on one side of the gutter or across it. */
interface Piece {
  readonly line: Line;
  readonly side: "left" | "right" | "across";
}

/**
 * Lines of two columns that the file writes across the gutter, row by row, put in order: the left column, then the
 * right one, between the lines that cross. `undefined` where there are no such columns or the file keeps them apart.
 */
export function splitAtGutter(lines: readonly Line[]): Line[] | undefined {
  const rowsOfTwo = lines.filter(({ cells }) => cells.length === 2);
  if (rowsOfTwo.length < LEAST_LINES) return undefined;
  const gutter = findGutter(lines);
  if (gutter === undefined) return undefined;
  const pieces = lines.flatMap((line) => cutAt(line, gutter));
  return isInterleaved(pieces) ? columnByColumn(pieces) : undefined;
}

/** The middle of the gap that most rows of two cells share, when what lies beside it is text. */
function findGutter(lines: readonly Line[]): number | undefined {
  const rows = lines.filter(({ cells }) => cells.length === 2);
  const left = median(rows.map(({ cells }) => (cells[0] as Cell).right));
  const right = median(rows.map(({ cells }) => (cells[1] as Cell).left));
  const middle = (left + right) / 2;
  const pieces = lines.flatMap((line) => cutAt(line, middle));
  const sides = (side: Piece["side"]) =>
    pieces.filter((piece) => piece.side === side);
  const isText = (side: Piece["side"]): boolean => {
    const own = sides(side);
    const letters = own.reduce((sum, { line }) => sum + line.text.length, 0);
    return own.length >= LEAST_LINES && letters / own.length >= LEAST_LETTERS;
  };
  return isText("left") &&
    isText("right") &&
    sides("across").length <= CROSSING * lines.length
    ? middle
    : undefined;
}

function cutAt(line: Line, x: number): Piece[] {
  const left = line.cells.filter((cell) => cell.right <= x);
  const right = line.cells.filter((cell) => cell.left >= x);
  if (left.length + right.length < line.cells.length)
    return [{ line, side: "across" }];
  return [
    ...(left.length > 0 ? [{ line: part(line, left), side: "left" }] : []),
    ...(right.length > 0 ? [{ line: part(line, right), side: "right" }] : []),
  ] as Piece[];
}

function part(line: Line, cells: readonly Cell[]): Line {
  if (cells.length === line.cells.length) return line;
  return {
    ...line,
    cells,
    text: cells.map(({ text }) => text).join(" "),
    ...extentOf(cells),
  };
}

/** Whether the file goes to and fro between the columns. */
function isInterleaved(pieces: readonly Piece[]): boolean {
  const sides = pieces.filter(({ side }) => side !== "across");
  const switches = sides.filter(
    ({ side }, index) => side !== (sides[index - 1]?.side ?? side),
  ).length;
  return switches > 0.4 * sides.length;
}

function columnByColumn(pieces: readonly Piece[]): Line[] {
  const ordered: Line[] = [];
  let [left, right]: [Line[], Line[]] = [[], []];
  for (const { line, side } of pieces) {
    if (side === "left") left.push(line);
    else if (side === "right") right.push(line);
    else {
      ordered.push(...left, ...right, line);
      [left, right] = [[], []];
    }
  }
  return [...ordered, ...left, ...right];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
