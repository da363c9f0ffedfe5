import { cutLines, normaliseBreaks, type Line } from "./lines";

const NUMBER = /\[?\bpage\s+(\d+|[ivxlc]+)\b|^\W*(\d{1,4})\W*$/iu;

/** The lines of a text, and what stood at the edges of its pages. */
export interface PagedLines {
  readonly lines: readonly Line[];
  readonly dropped: readonly string[];
}

/**
 * Cuts a text that has form feeds into the lines of its pages: lines that return at the head or foot of the pages go,
 * with the page number kept; a sentence that runs over a page's edge is one again.
 */
export function cutPages(text: string): PagedLines {
  const pages = normaliseBreaks(text)
    .split("\f")
    .map((page) => cutLines(page))
    .filter((page) => page.length > 0);
  if (pages.length < 2) return { lines: pages.flat(), dropped: [] };
  const heads = returning(pages.map((page) => page[0]));
  const feet = returning(pages.map((page) => page.at(-1)));
  const dropped: string[] = [];
  const lines = pages.flatMap((page, index) => {
    const [hasHead, hasFoot] = [heads.has(index), feet.has(index)];
    const edge = [
      ...(hasHead ? page.slice(0, 1) : []),
      ...(hasFoot ? page.slice(-1) : []),
    ].map((line) => line.text);
    dropped.push(...edge);
    const body = page.slice(hasHead ? 1 : 0, hasFoot ? -1 : undefined);
    const label = labelOf(edge) ?? String(index + 1);
    return body.map((line, at) => (at === 0 ? { ...line, page: label } : line));
  });
  return { lines: joinOverEdges(lines), dropped: [...new Set(dropped)] };
}

/** Indices of the pages whose edge line is, but for its numbers, that of most other pages. */
function returning(edges: readonly (Line | undefined)[]): Set<number> {
  const shapes = edges.map((line) =>
    line?.text.replace(/\d+|\b[ivxlc]+\b/gu, "#").replace(/\s+/gu, " "),
  );
  const counts = new Map<string, number>();
  for (const shape of shapes)
    if (shape !== undefined) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const least = Math.max(2, edges.length / 4);
  return new Set(
    shapes.flatMap((shape, index) =>
      shape !== undefined && (counts.get(shape) ?? 0) >= least ? [index] : [],
    ),
  );
}

function labelOf(edge: readonly string[]): string | undefined {
  for (const text of edge) {
    const found = NUMBER.exec(text);
    if (found) return found[1] ?? found[2];
  }
  return undefined;
}

function joinOverEdges(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => {
    const before = lines[index - 1];
    if (line.page === undefined || !before) return line;
    const goesOn =
      !/[.!?:;"”’)\]]$/u.test(before.text) &&
      /^\p{Ll}/u.test(line.text) &&
      line.indent <= before.indent + 1;
    return { ...line, gap: goesOn ? 0 : Math.max(1, line.gap) };
  });
}
