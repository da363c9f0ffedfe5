import type { TableCell } from "#domain/text/blocks";
import type { DraftCell } from "./block-flow";
import {
  isElement,
  nameOf,
  nextNode,
  semanticsOf,
  type DomElement,
} from "./dom";
import type { InlineDraft } from "./inline-draft";

/** What only a table laid out as a page has in its cells. */
const PAGE_PARTS = new Set(
  "table h1 h2 h3 h4 h5 h6 blockquote pre listing hr figure form article section".split(
    " ",
  ),
);
const LIST_PARTS = new Set("ul ol dl".split(" "));
/** What tells that somebody meant a table. */
const TABLE_PARTS = new Set("th caption thead".split(" "));

/**
 * Tells whether a table holds data in rows and columns, or was only a way to place things on a page. Stops at the first
 * nested table, so that all tables of a page together are looked through once.
 */
export function isDataTable(table: DomElement): boolean {
  const roles = semanticsOf(table);
  if (roles.includes("presentation") || roles.includes("none")) return false;
  let isMeant = roles.includes("table") || roles.includes("grid");
  let hasLists = false;
  let columns = 0;
  let inRow = 0;
  let rows = 0;
  let paragraphs = 0;
  for (let node = nextNode(table, table); node; node = nextNode(node, table)) {
    if (!isElement(node)) continue;
    const name = nameOf(node);
    if (name === "tr") {
      rows += 1;
      inRow = 0;
    } else if (name === "td" || name === "th") {
      inRow += 1;
      paragraphs = 0;
      columns = Math.max(columns, inRow);
    }
    if (PAGE_PARTS.has(name)) {
      // A nested table in a table that was meant as one is only more cells.
      if (name !== "table" || !isMeant) return false;
      break;
    }
    if (name === "p") paragraphs += 1;
    if (LIST_PARTS.has(name) || paragraphs > 1) hasLists = true;
    if (TABLE_PARTS.has(name)) isMeant = true;
  }
  if (columns < 2) return false;
  return isMeant || (!hasLists && rows > 0);
}

interface ReadCell {
  readonly draft: InlineDraft;
  readonly isHeader: boolean;
  readonly align?: Exclude<TableCell["align"], undefined>;
  readonly columns: number;
  readonly rows: number;
}

/** A table while it is being read. */
export class TableShape {
  readonly #rows: ReadCell[][] = [];

  beginRow(): void {
    this.#rows.push([]);
  }

  /** Takes a cell that was read. `isHead` says that it stands in the table's head. */
  addCell(element: DomElement, draft: InlineDraft, isHead: boolean): void {
    if (this.#rows.length === 0) this.beginRow();
    const align = alignOf(element);
    this.#rows.at(-1)?.push({
      draft,
      isHeader: isHead || nameOf(element) === "th",
      ...(align ? { align } : {}),
      columns: span(element, "colspan"),
      rows: span(element, "rowspan"),
    });
  }

  /** The rows with an empty cell at each place that another one spans, so that columns stand under one another. */
  rows(): readonly (readonly DraftCell[])[] {
    const cells = this.#rows.reduce((sum, row) => sum + row.length, 0);
    // A few cells can claim a million places.
    let spare = 256 + cells * 4;
    /** For each column, how many further rows a cell above takes. */
    const taken: number[] = [];
    const grid = this.#rows.map((row) => {
      const line: DraftCell[] = [];
      const fill = (): void => {
        while ((taken[line.length] ?? 0) > 0 && spare > 0) {
          taken[line.length] = (taken[line.length] ?? 0) - 1;
          line.push({ isHeader: false });
          spare -= 1;
        }
      };
      for (const { columns, rows, ...cell } of row) {
        fill();
        for (let column = 0; column < columns; column += 1) {
          if (column > 0 && spare <= 0) break;
          if (column > 0) spare -= 1;
          taken[line.length] = rows - 1;
          line.push(column === 0 ? cell : { isHeader: cell.isHeader });
        }
      }
      fill();
      return line;
    });
    return grid.filter((row) => row.some(({ draft }) => draft?.hasInk));
  }
}

function span(element: DomElement, attribute: string): number {
  const count = Number.parseInt(element.getAttribute(attribute) ?? "1", 10);
  return Number.isFinite(count) ? Math.min(Math.max(count, 1), 100) : 1;
}

function alignOf(element: DomElement): TableCell["align"] {
  const told =
    /text-align\s*:\s*(\w+)/iu.exec(element.getAttribute("style") ?? "")?.[1] ??
    element.getAttribute("align") ??
    "";
  const align = told.toLowerCase();
  return align === "left" || align === "right" || align === "center"
    ? align
    : undefined;
}
