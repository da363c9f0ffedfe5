import type { BlockFlow } from "./block-flow";
import type { DomElement } from "./dom";
import type { InlineDraft } from "./inline-draft";
import { isDataTable, TableShape } from "./table-shape";

/** A table that is being read. */
interface OpenTable {
  readonly shape: TableShape;
  caption?: InlineDraft;
  isInHead: boolean;
}

const NOTHING = (): void => undefined;

/** Reads tables of data cell by cell; tables that only place things on a page are passed through. */
export class TableReader {
  readonly #flow: BlockFlow;
  readonly #tables: OpenTable[] = [];

  constructor(flow: BlockFlow) {
    this.#flow = flow;
  }

  /** Enters an element if it is part of a table of data. @returns what is to be done on leaving it */
  enter(element: DomElement, name: string): (() => void) | undefined {
    if (name === "table") return this.#enterTable(element);
    const table = this.#tables.at(-1);
    // Inside a cell, a nested table is only lines.
    if (!table || this.#flow.scope.isFlat) return undefined;
    switch (name) {
      case "tr":
        table.shape.beginRow();
        return NOTHING;
      case "thead":
        table.isInHead = true;
        return () => {
          table.isInHead = false;
        };
      case "caption":
        return this.#divert((draft) => {
          table.caption = draft;
        });
      case "td":
      case "th":
        return this.#divert((draft) =>
          table.shape.addCell(element, draft, table.isInHead),
        );
      default:
        return undefined;
    }
  }

  #enterTable(element: DomElement): (() => void) | undefined {
    const flow = this.#flow;
    if (flow.scope.isFlat || !isDataTable(element)) return undefined;
    const table: OpenTable = { shape: new TableShape(), isInHead: false };
    this.#tables.push(table);
    return () => {
      this.#tables.pop();
      if (table.caption) flow.paragraph(table.caption);
      const rows = table.shape.rows();
      if (rows.length > 0) flow.table(rows);
    };
  }

  #divert(keep: (draft: InlineDraft) => void): () => void {
    const flow = this.#flow;
    flow.divert();
    flow.scope = { ...flow.scope, isFlat: true, heading: 0 };
    return () => keep(flow.restore());
  }
}
