import { cutIntoFlows, startOf, type Flow } from "./flow";
import type { Line } from "./line";
import { relate } from "./line-relation";
import { markerOf, type Paragraph, type TableRows } from "./paragraph";
import { findTables } from "./tables";
import type { Typography } from "./typography";

/** Gathers the lines of a page, in reading order, into paragraphs and tables. */
export function gatherParagraphs(
  lines: readonly Line[],
  typography: Typography,
): (Paragraph | TableRows)[] {
  return cutIntoFlows(lines).flatMap((flow) => {
    const tables = findTables(flow, typography);
    const found: (Paragraph | TableRows)[] = [];
    let text: Line[] = [];
    const finish = (): void => {
      found.push(...cutIntoParagraphs(text, flow, typography));
      text = [];
    };
    for (const line of flow.lines) {
      const table = tables.get(line);
      if (!table) text.push(line);
      else if (found.at(-1) !== table) {
        finish();
        found.push(table);
      }
    }
    finish();
    return found;
  });
}

function cutIntoParagraphs(
  lines: readonly Line[],
  flow: Flow,
  typography: Typography,
): Paragraph[] {
  const found: Paragraph[] = [];
  let own: Line[] = [];
  let kept = new Set<Line>();
  let above = spaceAbove(flow, lines[0], typography);
  const finish = (next?: Line): void => {
    const [first] = own;
    if (!first) return;
    const marker = markerOf(own);
    found.push({
      shape: "text",
      page: first.page,
      lines: own,
      kept,
      start: flow.start,
      end: flow.end,
      above,
      ...(marker ? { marker } : {}),
    });
    own = [];
    kept = new Set();
    above = spaceAbove(flow, next, typography);
  };
  for (const line of lines) {
    const relation =
      own.length > 0 ? relate(own, line, flow, typography) : "continues";
    if (relation === "begins") finish(line);
    if (relation === "breaks") kept.add(line);
    own.push(line);
  }
  finish();
  return found;
}

function spaceAbove(
  flow: Flow,
  line: Line | undefined,
  typography: Typography,
): number {
  const before = line && flow.lines[(flow.places.get(line) ?? 0) - 1];
  if (!before) return Infinity;
  return (line.baseline - before.baseline) / typography.leading(line.size);
}

/** Whether a paragraph's first line is set in from the edge of its column. */
export function isSetIn(paragraph: Paragraph): boolean {
  const first = paragraph.lines[0] as Line;
  return startOf(first) - paragraph.start > 0.5 * first.size;
}
