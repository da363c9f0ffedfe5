import type { Cell, Line } from "./line";
import { listMarker, type ListMarker } from "./list-marker";

/** Lines of a page that belong together, before it is known what they are. */
export interface Paragraph {
  readonly shape: "text";
  readonly page: number;
  readonly lines: readonly Line[];
  /** Lines before which the break on the page stays: verse, addresses. */
  readonly kept: ReadonlySet<Line>;
  /** Edges of the column. */
  readonly start: number;
  readonly end: number;
  readonly marker?: ListMarker;
  /** Space above, in leadings of its own size; `Infinity` at the top of a column. */
  readonly above: number;
}

/** Rows of cells that stand in columns. */
export interface TableRows {
  readonly shape: "table";
  readonly page: number;
  readonly lines: readonly Line[];
  readonly rows: readonly (readonly (readonly Cell[])[])[];
}

/** The whole text of a paragraph, its lines joined by spaces. */
export function textOf(paragraph: { readonly lines: readonly Line[] }): string {
  return paragraph.lines.map(({ text }) => text).join(" ");
}

/** The marker of a paragraph by its first line. */
export function markerOf(lines: readonly Line[]): ListMarker | undefined {
  return listMarker(lines[0]?.text ?? "");
}
