import type { StructuredText } from "#domain/text/blocks";
import { TextWriter } from "#domain/text/text-writer";
import { isDropCap, type Piece, type TextPiece } from "./compose";
import { joint, type Vocabulary } from "./hyphens";
import type { Cell, Line, Run } from "./line";
import { findLists, type ListPlace } from "./lists";
import type { OutlineEntry } from "./outline";
import type { TableRows } from "./paragraph";
import { isQuotation } from "./quotations";

/** What the pieces are written with. */
export interface Setting {
  /** By index of the page. */
  readonly labels: readonly string[];
  /** By index of the page: what is printed as the reference to a note, and the note's label. */
  readonly noteLabels: readonly ReadonlyMap<string, string>[];
  readonly contents: ReadonlyMap<Line, readonly OutlineEntry[]>;
  readonly vocabulary: Vocabulary;
  readonly version: number;
  readonly language?: string;
}

/** Writes the pieces as the one canonical text with its blocks. */
export function writePieces(
  pieces: readonly Piece[],
  setting: Setting,
): StructuredText {
  const writer = new PieceWriter(setting);
  const lists = findLists(pieces);
  for (const piece of pieces)
    if (piece.shape === "table") writer.table(piece);
    else writer.text(piece, lists.get(piece));
  return writer.finish();
}

class PieceWriter {
  readonly #to = new TextWriter();
  readonly #setting: Setting;
  #page = -1;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  finish(): StructuredText {
    return this.#to.finish(this.#setting.version, this.#setting.language);
  }

  text(piece: TextPiece, place: ListPlace | undefined): void {
    const lines = piece.parts.flatMap((part) => part.lines);
    // A title broken over several lines is one.
    const kept = new Set(
      piece.heading === undefined
        ? piece.parts.flatMap((part) => [...part.kept])
        : [],
    );
    const skip = place?.length ?? piece.note?.length ?? 0;
    const direction = lines[0]?.isRtl ? ({ direction: "rtl" } as const) : {};
    const [kind, extra] = kindOf(piece, place);
    this.#to.block(kind, { ...extra, ...direction }, () => {
      lines.forEach((line, index) => {
        this.#begin(line);
        this.#line(
          line,
          lines[index + 1],
          index === 0 ? skip : 0,
          kept.has(lines[index + 1] as Line),
        );
      });
    });
  }

  table(table: TableRows): void {
    const byCell = new Map(
      table.lines.flatMap((line) => line.cells.map((cell) => [cell, line])),
    );
    this.#to.table(
      table.rows.map((row) =>
        row.map((cells) => ({
          isHeader: cells.some((cell) => byCell.get(cell)?.tag?.role === "TH"),
          fill: () => this.#cells(cells, byCell),
        })),
      ),
      table.lines[0]?.isRtl ? { direction: "rtl" } : {},
    );
  }

  #cells(cells: readonly Cell[], lineOf: ReadonlyMap<Cell, Line>): void {
    cells.forEach((cell, index) => {
      const line = lineOf.get(cell);
      if (line) this.#begin(line);
      if (index > 0) this.#to.write(" ", "collapsed");
      for (const run of cell.runs) this.#run(run, run.text, line?.page ?? 0);
    });
  }

  /** Page and contents entries that lead to this line. */
  #begin(line: Line): void {
    if (line.page > this.#page) {
      this.#page = line.page;
      this.#to.page(this.#setting.labels[line.page] ?? String(line.page + 1));
    }
    for (const { title, level } of this.#setting.contents.get(line) ?? [])
      this.#to.contents(title, level);
  }

  #line(
    line: Line,
    next: Line | undefined,
    skip: number,
    isBroken: boolean,
  ): void {
    const { drop, between } = next
      ? isDropCap({ lines: [line] }, next)
        ? ({ drop: 0, between: "" } as const)
        : joint(line.text, next.text, this.#setting.vocabulary)
      : ({ drop: 0, between: "" } as const);
    const end = line.text.length - drop;
    let at = 0;
    line.cells.forEach((cell, index) => {
      if (index > 0) {
        this.#write(" ", at, skip, end);
        at += 1;
      }
      for (const run of cell.runs) {
        const text = run.text.slice(
          Math.max(0, skip - at),
          Math.max(0, end - at),
        );
        if (text !== "") this.#run(run, text, line.page);
        at += run.text.length;
      }
    });
    if (isBroken && drop === 0 && next) this.#to.lineBreak();
    else this.#to.write(between, "collapsed");
  }

  #write(text: string, at: number, from: number, to: number): void {
    if (at >= from && at < to) this.#to.write(text, "collapsed");
  }

  #run(run: Run, text: string, page: number): void {
    if (run.shift === "none") {
      this.#to.write(foldLeader(text), "collapsed");
      return;
    }
    const label = this.#setting.noteLabels[page]?.get(text.trim());
    if (run.shift === "superscript" && label !== undefined)
      this.#to.mark("footnote-reference", () => this.#to.write(text), label);
    else this.#to.mark(run.shift, () => this.#to.write(text));
  }
}

/** Dots that lead to a page number are drawn, not read. */
function foldLeader(text: string): string {
  return text.replace(/\s*(?:[.·…]\s?){5,}\s*/gu, " … ");
}

function kindOf(
  piece: TextPiece,
  place: ListPlace | undefined,
): Parameters<TextWriter["block"]> extends [infer Kind, infer Extra, unknown]
  ? [Kind, Extra]
  : never {
  if (piece.heading !== undefined) return ["heading", { level: piece.heading }];
  if (piece.note) return ["footnote", { label: piece.note.label }];
  if (place)
    return [
      "list-item",
      {
        level: place.level,
        ...(place.number === undefined ? {} : { number: place.number }),
      },
    ];
  const [first] = piece.parts;
  return first && isQuotation(first)
    ? ["quotation", { level: 1 }]
    : ["paragraph", {}];
}
