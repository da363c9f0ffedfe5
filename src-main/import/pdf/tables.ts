import type { Flow } from "./flow";
import type { Cell, Line } from "./line";
import { isMarkerAlone } from "./list-marker";
import type { TableRows } from "./paragraph";
import { hasLeader } from "./sentence";
import type { Typography } from "./typography";

/** Rows a table must have. */
const LEAST_ROWS = 2;
/** Rows further apart than this many leadings are not one table. */
const ROW_GAP = 2.6;
/** Cells of more letters on average are text. */
const LONG_CELL = 20;

/** Finds rows of cells that stand in columns. Every line of a table leads to it. */
export function findTables(
  flow: Flow,
  typography: Typography,
): Map<Line, TableRows> {
  const tables = new Map<Line, TableRows>();
  let run: Line[] = [];
  const finish = (): void => {
    const table = toTable(run);
    if (table) for (const line of table.lines) tables.set(line, table);
    run = [];
  };
  const isContents =
    flow.lines.filter(({ text }) => hasLeader(text)).length > 1;
  for (const line of flow.lines) {
    const last = run.at(-1);
    const isNear =
      !last ||
      line.baseline - last.baseline < ROW_GAP * typography.leading(line.size);
    if (!isNear) finish();
    if (isContents && isContentsLine(line)) finish();
    else if (isRow(line)) run.push(line);
    else if (run.length > 0 && isNear && continuesCell(run, line))
      run.push(line);
    else finish();
  }
  finish();
  return tables;
}

/** A number with its paragraph far behind it is an item, or counts the line; neither is a row. */
function isRow({ cells }: Line): boolean {
  const [first, second] = cells;
  if (!first || !second || isMarkerAlone(first.text)) return false;
  const isNumbered = cells.length === 2 && /^\d{1,4}$/u.test(first.text);
  return !isNumbered || second.text.length < LONG_CELL;
}

/** A line of a table of contents: a title, perhaps dots, and the page. */
export function isContentsLine({ cells, text }: Line): boolean {
  return (
    hasLeader(text) ||
    (cells.length > 1 &&
      /^(?:\d{1,4}|[ivxlc]+)$/u.test(cells.at(-1)?.text ?? ""))
  );
}

/** A single cell below a row, under its second column or a later one, is the rest of a cell. */
function continuesCell(run: readonly Line[], line: Line): boolean {
  const row = run.findLast(isRow);
  return (
    row?.cells
      .slice(1)
      .some((cell) => Math.abs(cell.left - line.left) < 0.5 * line.size) ??
    false
  );
}

function toTable(run: readonly Line[]): TableRows | undefined {
  const [first] = run;
  if (!first || run.filter(isRow).length < LEAST_ROWS) return undefined;
  const columns = columnsOf(run.flatMap(({ cells }) => cells));
  if (
    columns.length < 2 ||
    !columns.every((_, at) => isColumn(at, columns, run))
  )
    return undefined;
  const rows: Cell[][][] = [];
  for (const line of run) {
    if (isRow(line) || rows.length === 0) rows.push(columns.map(() => []));
    for (const cell of line.cells)
      rows.at(-1)?.[columnOf(cell, columns)]?.push(cell);
  }
  return {
    shape: "table",
    page: first.page,
    lines: run,
    rows: first.isRtl ? rows.map((row) => row.reverse()) : rows,
  };
}

interface Span {
  readonly left: number;
  readonly right: number;
}

/** Stretches of the page's width that cells share, from left to right. */
function columnsOf(cells: readonly Cell[]): Span[] {
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of [...cells].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

/** Long cells of a real column begin below one another; gaps in justified text do not. */
function isColumn(
  at: number,
  columns: readonly Span[],
  run: readonly Line[],
): boolean {
  const cells = run
    .flatMap((line) => line.cells)
    .filter((cell) => columnOf(cell, columns) === at);
  const letters = cells.reduce((sum, { text }) => sum + text.length, 0);
  if (letters <= LONG_CELL * cells.length) return true;
  const lefts = cells.map(({ left }) => left).sort((a, b) => a - b);
  const usual = lefts[Math.floor(lefts.length / 2)] ?? 0;
  const size = run[0]?.size ?? 0;
  const aligned = lefts.filter((left) => Math.abs(left - usual) < size);
  return aligned.length >= 0.6 * lefts.length;
}

/** Every cell has exactly one column: the last that begins no later. */
function columnOf(cell: Cell, columns: readonly Span[]): number {
  return Math.max(
    columns.findLastIndex(({ left }) => left <= cell.left),
    0,
  );
}
