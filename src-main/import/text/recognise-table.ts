import { marginOf, type Line } from "./lines";

/** Tells whether lines are set in columns or drawn with signs, so that their spaces mean something. */
export function isSetInColumns(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  return isDrawn(lines) || hasSharedColumn(lines);
}

/** Cells of lines that all have the same number of tabs; `undefined` where there is no such table. */
export function readTabbedCells(
  lines: readonly Line[],
): string[][] | undefined {
  const rows = lines.map(({ text }) =>
    text.split("\t").map((cell) => cell.trim()),
  );
  const columns = rows[0]?.length ?? 0;
  return lines.length > 1 &&
    columns > 1 &&
    rows.every((row) => row.length === columns)
    ? rows
    : undefined;
}

/** The lines as they stand, less the white space that all of them begin with. */
export function keepColumns(lines: readonly Line[]): string {
  const margin = marginOf(lines);
  return lines
    .map(({ indent, text }) => " ".repeat(indent - margin) + text)
    .join("\n");
}

/** Tells whether lines are entries of a list of contents: with dots that lead to a page, or counted chapters. */
export function isContentsList(lines: readonly Line[]): boolean {
  const entries = lines.filter(({ text }) =>
    /(?:\. ?){4,}\s*(?:\d+|[ivxlc]+)$|^(?:chapter|part|book|act)\s+(?:[ivxlc]+|\d+)\b/iu.test(
      text,
    ),
  );
  return lines.length > 1 && entries.length >= lines.length * 0.6;
}

function isDrawn(lines: readonly Line[]): boolean {
  const drawn = lines.filter(({ text }) => {
    const letters = text.replace(/\s/gu, "");
    const strokes = letters.match(/[-+|_/\\<>=*^\u2500-\u257F]/gu)?.length ?? 0;
    return strokes > letters.length * 0.3 || /^\|.*\|$/u.test(text);
  });
  return drawn.length >= lines.length * 0.5;
}

/** Where many words begin at one column after a gap, the gap is meant. */
function hasSharedColumn(lines: readonly Line[]): boolean {
  const counts = new Map<number, number>();
  for (const { text, indent } of lines)
    for (const gap of text.matchAll(/\S( {3,}|\t+)(?=\S)/gu)) {
      const column = indent + gap.index + gap[0].length;
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  return most >= 2 && most >= lines.length * 0.6;
}
