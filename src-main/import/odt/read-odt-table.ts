import { appendAll } from "../office/append-all";
import {
  emptyCell,
  type CellDraft,
  type Draft,
  type TextDraft,
} from "../office/draft";
import { flattenDrafts } from "../office/flatten-drafts";
import { childOf, isElement, type XmlElement } from "../office/xml-tree";
import { wholeNumber } from "./list-levels";
import type { OdtContext } from "./odt-context";
import { readOdtBlocks } from "./read-odt-blocks";

/** Most columns a repetition may make; texts have no wider tables. */
const MAX_COLUMNS = 64;

/** Reads a table. Covered cells are empty, so that columns stay in line; pictures follow the table. */
export function readOdtTable(table: XmlElement, context: OdtContext): Draft[] {
  const reader = new TableReader(context);
  reader.readRows(table, false);
  return [{ kind: "table", rows: reader.rows, extra: {} }, ...reader.figures];
}

class TableReader {
  readonly rows: CellDraft[][] = [];
  readonly figures: TextDraft[] = [];
  readonly #context: OdtContext;

  constructor(context: OdtContext) {
    this.#context = context;
  }

  readRows(parent: XmlElement, isHeader: boolean): void {
    for (const node of parent.children) {
      if (!isElement(node)) continue;
      if (node.name === "table:table-row") this.#row(node, isHeader);
      else if (node.name === "table:table-header-rows")
        this.readRows(node, true);
      else if (/^table:table-(?:rows|row-group)$/u.test(node.name))
        this.readRows(node, isHeader);
    }
  }

  #row(row: XmlElement, isHeader: boolean): void {
    const cells = row.children
      .filter(isElement)
      .filter(({ name }) => /^table:(?:covered-)?table-cell$/u.test(name))
      .flatMap((cell) => this.#cell(cell, isHeader));
    const filled = cells.length > 0 ? cells : [emptyCell(isHeader)];
    const count = repetitions(row, "table:number-rows-repeated");
    for (let left = count; left > 0; left -= 1) {
      if (left < count && !this.#spend(filled.length)) return;
      this.rows.push(filled);
    }
  }

  #cell(cell: XmlElement, isHeader: boolean): CellDraft[] {
    const isCovered = cell.name === "table:covered-table-cell";
    const flat = flattenDrafts(
      isCovered ? [] : readOdtBlocks(cell, this.#context),
    );
    appendAll(this.figures, flat.figures);
    const align = this.#alignOf(cell);
    const draft: CellDraft = {
      isHeader,
      pieces: flat.pieces,
      ...(align ? { align } : {}),
    };
    const count = Math.min(
      repetitions(cell, "table:number-columns-repeated"),
      MAX_COLUMNS,
    );
    return this.#spend(count - 1)
      ? Array.from({ length: count }, () => draft)
      : [draft];
  }

  #alignOf(cell: XmlElement): CellDraft["align"] {
    const paragraph = childOf(cell, "text:p");
    const name = paragraph?.attributes["text:style-name"];
    return name === undefined
      ? undefined
      : this.#context.styles.paragraph(name).align;
  }

  /** Repetitions are a short way to write much: a document may make only so many cells by them. */
  #spend(cells: number): boolean {
    const { repeats } = this.#context;
    if (cells > repeats.left) {
      this.#context.warnings.add("repetition-left-out", "repeated cells");
      return false;
    }
    repeats.left -= cells;
    return true;
  }
}

function repetitions(element: XmlElement, name: string): number {
  return Math.max(1, wholeNumber(element.attributes[name]) ?? 1);
}
