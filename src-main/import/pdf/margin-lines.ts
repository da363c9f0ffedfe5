import type { Line } from "./line";
import { numbersAtEdges, type EdgeNumber } from "./page-number";
import type { Page } from "./read-page";

/** A line near the upper or lower edge of its page. */
export interface MarginLine {
  readonly line: Line;
  readonly page: number;
  readonly edge: "top" | "bottom";
  /** Rows between it and the edge. */
  readonly depth: number;
  /** From its baseline to the edge of the paper, in points. */
  readonly offset: number;
  /** Whether it is set apart from the text by a gap or its size. */
  readonly isApart: boolean;
  /** Its words in small letters, every number as "#". */
  readonly words: string;
  readonly numbers: readonly EdgeNumber[];
}

/**
 * Headers and footers are looked for among so many outermost rows, in this share of the page's height at either end: a
 * small page printed on large paper has wide margins.
 */
const MARGIN = 0.25;
const ROWS = 4;

/** The lines near the edges of a page, outermost first. */
export function marginLines(page: Page): MarginLine[] {
  const lines = page.lines
    .filter((line) => line.angle === page.angle)
    .sort((a, b) => a.baseline - b.baseline);
  return [
    ...fromEdge(page, "top", rows(lines)),
    ...fromEdge(page, "bottom", rows(lines.reverse())),
  ];
}

function fromEdge(
  page: Page,
  edge: MarginLine["edge"],
  all: readonly (readonly Line[])[],
): MarginLine[] {
  const height = page.bottom - page.top;
  return all.slice(0, ROWS).flatMap((row, depth) => {
    const inner = all[depth + 1]?.[0];
    return row
      .map((line) => ({
        line,
        page: page.index,
        edge,
        depth,
        offset:
          edge === "top"
            ? line.baseline - page.top
            : page.bottom - line.baseline,
        isApart: inner === undefined || isApart(line, inner),
        words: wordsOf(line.text),
        numbers: numbersAtEdges(line.text),
      }))
      .filter(({ offset }) => offset < MARGIN * height);
  });
}

/** Lines that share a baseline, in the order given. */
function rows(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    const row = found.at(-1);
    const first = row?.[0];
    if (first && Math.abs(first.baseline - line.baseline) < 0.3 * line.size)
      row.push(line);
    else found.push([line]);
  }
  return found;
}

/** Lines of one paragraph are 1.2 sizes apart, seldom more than 1.4. */
function isApart(line: Line, inner: Line): boolean {
  const distance = Math.abs(line.baseline - inner.baseline);
  const tall = Math.max(line.size, inner.size);
  return (
    distance > 1.45 * tall || Math.abs(line.size - inner.size) > 0.08 * tall
  );
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\p{N}+/gu, "#")
    .replace(/\s+/gu, " ")
    .trim();
}
