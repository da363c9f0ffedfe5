import type {
  Block,
  BlockKind,
  ContentsEntry,
  Mark,
  MarkKind,
  PageStart,
  StructuredText,
  TableCell,
} from "./blocks";

/** What a block may carry beside its kind, its text and its marks. */
export type BlockExtra = Omit<
  Partial<Block>,
  "kind" | "start" | "end" | "marks" | "rows"
>;

/** How white space of the source is taken: as it stands, or runs of it as one space (as HTML does). */
export type WhiteSpace = "kept" | "collapsed";

/**
 * Writes the one canonical text of an item together with the blocks that lie over it. Every reader writes through it,
 * so that all of them follow the same rules: blocks are separated by a blank line, cells of a table by a tab, its rows
 * by a line break, and every letter has exactly one owner. A block that got no text and shows nothing is left out.
 */
export class TextWriter {
  /** Pieces, joined once at the end: asking a growing string for its last letter copies all of it each time. */
  readonly #pieces: string[] = [];
  #length = 0;
  readonly #blocks: Block[] = [];
  readonly #pages: PageStart[] = [];
  readonly #contents: ContentsEntry[] = [];
  #marks: Mark[] | undefined;
  /** Start of the block or cell that is being written. */
  #start = 0;
  /** A page or contents entry told before its block was opened waits for the first letter. */
  #waitingPage: string | undefined;
  #waitingContents: Omit<ContentsEntry, "start">[] = [];

  /** Length of the text so far, in UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  /** Tells whether a block is open, and so whether letters may be written. */
  get isOpen(): boolean {
    return this.#marks !== undefined;
  }

  /** Writes one block; `fill` writes its letters and marks. @throws Error for a block inside a block */
  block(kind: BlockKind, extra: BlockExtra, fill: () => void): void {
    this.#open(kind, extra, () => {
      fill();
      return undefined;
    });
  }

  /** Writes a table, cell by cell; `fill` of a cell writes its letters and marks. */
  table(
    rows: readonly (readonly CellSource[])[],
    extra: BlockExtra = {},
  ): void {
    const cells: TableCell[][] = [];
    this.#open("table", extra, () => {
      rows.forEach((row, index) => {
        if (index > 0) this.#append("\n");
        cells.push(
          row.map((cell, column) => {
            if (column > 0) this.#append("\t");
            return this.#cell(cell);
          }),
        );
      });
      return cells;
    });
  }

  /** Writes letters into the open block. @throws Error when none is open */
  write(letters: string, whiteSpace: WhiteSpace = "kept"): void {
    if (!this.#marks) throw new Error("Letters outside a block");
    if (whiteSpace === "kept") {
      this.#append(letters);
      return;
    }
    const folded = letters.replace(/[ \t\n\r\f\v]+/gu, " ");
    this.#append(this.#endsInSpace() ? folded.replace(/^ /u, "") : folded);
  }

  /** A line break inside the open block; a space before it goes. */
  lineBreak(): void {
    if (!this.#marks) throw new Error("A line break outside a block");
    if (this.#length > this.#start && this.#last() === " ")
      this.#cutTo(this.#length - 1);
    this.#append("\n");
  }

  /** Marks what `fill` writes. A mark over nothing is left out. */
  mark(kind: MarkKind, fill: () => void, target?: string): void {
    const marks = this.#marks;
    if (!marks) throw new Error("A mark outside a block");
    const start = this.#length;
    fill();
    marks.push({
      kind,
      start,
      end: this.#length,
      ...(target === undefined ? {} : { target }),
    });
  }

  /** A page of the source begins with the next letter; `label` as printed there. */
  page(label: string): void {
    if (this.#marks) this.#pages.push({ label, start: this.#length });
    else this.#waitingPage = label;
  }

  /** An entry of the contents leads to the next letter. Levels count from 1. */
  contents(title: string, level: number): void {
    if (this.#marks) this.#contents.push({ title, level, start: this.#length });
    else this.#waitingContents.push({ title, level });
  }

  /** The finished text. `version` is that of the reader. */
  finish(version: number, language?: string): StructuredText {
    return {
      version,
      text: this.#pieces.join(""),
      blocks: this.#blocks,
      ...(this.#pages.length > 0 ? { pages: this.#pages } : {}),
      ...(this.#contents.length > 0 ? { contents: this.#contents } : {}),
      ...(language === undefined ? {} : { language }),
    };
  }

  #open(
    kind: BlockKind,
    extra: BlockExtra,
    fill: () => TableCell[][] | undefined,
  ): void {
    if (this.#marks) throw new Error(`A ${kind} inside another block`);
    const before = this.#length;
    if (this.#blocks.length > 0) this.#append("\n\n");
    const start = this.#length;
    const [pages, contents] = [this.#pages.length, this.#contents.length];
    this.#start = start;
    this.#marks = [];
    const rows = fill();
    const marks = this.#marks;
    this.#marks = undefined;
    // Code keeps its spaces and tables end in what their last cell ends in; elsewhere spaces and breaks at the end go.
    if (kind !== "code" && kind !== "table") this.#trim(start, /[ \n]/u);
    const end = this.#length;
    const isShown =
      end > start || kind === "rule" || extra.resource !== undefined;
    if (!isShown) {
      this.#cutTo(before);
      this.#takeBack(pages, contents);
      return;
    }
    this.#settle(start);
    this.#blocks.push({
      kind,
      start,
      end,
      marks: fitMarks(marks, end),
      ...extra,
      ...(rows ? { rows } : {}),
    });
  }

  #cell({ fill, ...cell }: CellSource): TableCell {
    const [outerStart, outerMarks] = [this.#start, this.#marks];
    const start = this.#length;
    this.#start = start;
    this.#marks = [];
    fill();
    this.#trim(start, / /u);
    const marks = fitMarks(this.#marks, this.#length);
    this.#start = outerStart;
    this.#marks = outerMarks;
    return { start, end: this.#length, marks, ...cell };
  }

  #append(letters: string): void {
    if (letters === "") return;
    this.#pieces.push(letters);
    this.#length += letters.length;
  }

  #last(): string {
    return this.#pieces.at(-1)?.at(-1) ?? "";
  }

  #cutTo(length: number): void {
    while (this.#length > length) {
      const piece = this.#pieces.pop() ?? "";
      this.#length -= piece.length;
      this.#append(piece.slice(0, Math.max(0, length - this.#length)));
    }
  }

  /** Takes away letters at the end that fit, down to `start`. */
  #trim(start: number, letters: RegExp): void {
    while (this.#length > start && letters.test(this.#last()))
      this.#cutTo(this.#length - 1);
  }

  #settle(start: number): void {
    const inOrder = (a: { start: number }, b: { start: number }): number =>
      a.start - b.start;
    if (this.#waitingPage !== undefined) {
      this.#pages.push({ label: this.#waitingPage, start });
      this.#pages.sort(inOrder);
      this.#waitingPage = undefined;
    }
    if (this.#waitingContents.length === 0) return;
    this.#contents.push(
      ...this.#waitingContents.map((entry) => ({ ...entry, start })),
    );
    this.#contents.sort(inOrder);
    this.#waitingContents = [];
  }

  /** What was told inside a block that is left out waits for the next one. */
  #takeBack(pages: number, contents: number): void {
    const page = this.#pages.splice(pages).at(-1);
    if (page) this.#waitingPage = page.label;
    this.#waitingContents.push(
      ...this.#contents
        .splice(contents)
        .map(({ title, level }) => ({ title, level })),
    );
  }

  #endsInSpace(): boolean {
    if (this.#length === this.#start) return true;
    const last = this.#last();
    return last === " " || last === "\n";
  }
}

/** One cell of a table as it is to be written. */
export interface CellSource {
  readonly isHeader: boolean;
  readonly align?: "left" | "right" | "center";
  readonly fill: () => void;
}

/** Cuts marks at the end of the trimmed text, and leaves out those over nothing. */
function fitMarks(marks: readonly Mark[], end: number): Mark[] {
  return marks
    .map((mark) => ({ ...mark, end: Math.min(mark.end, end) }))
    .filter((mark) => mark.start < mark.end);
}
