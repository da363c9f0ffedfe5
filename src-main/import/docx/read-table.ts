import { appendAll } from "../office/append-all";
import {
  emptyCell,
  type CellDraft,
  type Draft,
  type TableDraft,
} from "../office/draft";
import { flattenDrafts } from "../office/flatten-drafts";
import { childOf, isElement, type XmlElement } from "../office/xml-tree";
import { numberOf, switchOf, valueOf } from "./property";
import { readBlocks } from "./read-blocks";
import type { WordContext } from "./word-context";

/** Columns a table of Word can have; wider spans are damage. */
const MAX_COLUMNS = 63;

/**
 * Reads a table. Merged cells leave empty ones behind, so that columns stay in line; a table inside a cell becomes lines
 * of that cell; pictures follow the table. A table of one cell that holds more than paragraphs is a frame, not a table,
 * and gives its blocks.
 */
export function readTable(table: XmlElement, context: WordContext): Draft[] {
  const rows = elementsOf(table, "w:tr").filter(
    (row) => !isRemoved(childOf(row, "w:trPr"), "w:del"),
  );
  const hanging: Draft[] = [];
  const drafts = rows.map((row, index) => {
    const isHeader = isHeaderRow(row, index, rows.length, table);
    return elementsOf(row, "w:tc").map((cell) => ({
      cell,
      isHeader,
      blocks: isRemoved(childOf(cell, "w:tcPr"), "w:cellDel")
        ? []
        : readBlocks(cell, context),
    }));
  });
  const [only] = drafts.flat();
  if (only && drafts.flat().length === 1 && isFrame(only.blocks))
    return only.blocks;
  const draft: TableDraft = {
    kind: "table",
    extra: {},
    rows: drafts.map((cells, index) => {
      const row = rows[index];
      const properties = row && childOf(row, "w:trPr");
      const isHeader = cells[0]?.isHeader ?? false;
      return fill(
        [
          ...blanks(numberOf(properties, "w:gridBefore") ?? 0, isHeader),
          ...cells.flatMap(({ cell, blocks }) =>
            draftCells(cell, blocks, isHeader, hanging),
          ),
          ...blanks(numberOf(properties, "w:gridAfter") ?? 0, isHeader),
        ],
        isHeader,
      );
    }),
  };
  return [draft, ...hanging];
}

/** The cell and an empty one for each further column it spans; what goes on from the row above is empty. */
function draftCells(
  cell: XmlElement,
  blocks: readonly Draft[],
  isHeader: boolean,
  hanging: Draft[],
): CellDraft[] {
  const properties = childOf(cell, "w:tcPr");
  const span = (numberOf(properties, "w:gridSpan") ?? 1) - 1;
  const merge = childOf(properties, "w:vMerge");
  const goesOn = merge !== undefined && merge.attributes["w:val"] !== "restart";
  const flat = flattenDrafts(goesOn ? [] : blocks);
  appendAll(hanging, flat.figures);
  const align = alignOf(cell);
  return [
    { isHeader, pieces: flat.pieces, ...(align ? { align } : {}) },
    ...blanks(span, isHeader),
  ];
}

function blanks(count: number, isHeader: boolean): CellDraft[] {
  const length = Math.max(0, Math.min(count, MAX_COLUMNS - 1));
  return Array.from({ length }, () => emptyCell(isHeader));
}

/** A row without cells still is one; one wider than can be loses what merely fills it. */
function fill(cells: CellDraft[], isHeader: boolean): CellDraft[] {
  if (cells.length === 0) return [emptyCell(isHeader)];
  return cells.length > MAX_COLUMNS
    ? cells.filter(({ pieces }) => pieces.length > 0)
    : cells;
}

/** Rows marked as repeated on each page; else the first row where the table's look sets it apart and others follow. */
function isHeaderRow(
  row: XmlElement,
  index: number,
  count: number,
  table: XmlElement,
): boolean {
  if (switchOf(childOf(row, "w:trPr"), "w:tblHeader")) return true;
  if (index > 0 || count < 2) return false;
  const look = childOf(childOf(table, "w:tblPr"), "w:tblLook");
  const first = look?.attributes["w:firstRow"];
  if (first !== undefined) return /^(?:1|true|on)$/u.test(first);
  // The first form of the property is a bit field in hexadecimal.
  const bits = Number.parseInt(look?.attributes["w:val"] ?? "0", 16);
  return (bits & 0x20) !== 0;
}

function alignOf(cell: XmlElement): CellDraft["align"] {
  const paragraph = childOf(cell, "w:p");
  switch (valueOf(childOf(paragraph, "w:pPr"), "w:jc")) {
    case "center":
      return "center";
    case "right":
    case "end":
      return "right";
    case "left":
    case "start":
      return "left";
    default:
      return undefined;
  }
}

function isFrame(blocks: readonly Draft[]): boolean {
  return blocks.some(({ kind }) =>
    ["table", "heading", "list-item"].includes(kind),
  );
}

function isRemoved(properties: XmlElement | undefined, mark: string): boolean {
  return childOf(properties, mark) !== undefined;
}

/** Rows of a table or cells of a row, also where content controls or custom markup wrap them. */
function elementsOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter(isElement).flatMap((node) => {
    if (node.name === name) return [node];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/u.test(node.name)
      ? elementsOf(node, name)
      : [];
  });
}
