import { TEXT_KINDS, type TextKind } from "#domain/search/hit";
import { KIND_WEIGHTS } from "./kind-weights";
import type { Statements } from "./statements";

/** A row of the index: a passage, or the whole of a short document. */
export interface RowFact {
  readonly doc: number;
  readonly kind: TextKind;
  /** Words of all its fields. */
  readonly words: number;
}

/** Facts of rows, each at the number of its row; a number without a row has zeros. */
export interface RowTable {
  readonly docs: Int32Array;
  readonly words: Int32Array;
  /** What the score of a row counts, by its kind. */
  readonly weights: Float64Array;
  /** How many rows there are. */
  readonly count: number;
  /** The highest number that a row has or had. */
  readonly last: number;
  /** Words of all rows. */
  readonly total: number;
}

const FIRST_ROWS = 1_024;
/** Each document, and the number of its kind. */
const DOCUMENTS = `select cast(group_concat(doc || ',' || case kind
  ${TEXT_KINDS.map((kind, number) => `when '${kind}' then ${number}`).join(" ")} end) as blob) as numbers from document`;
const PARTS =
  "select cast(group_concat(row || ',' || doc || ',' || words) as blob) as numbers from part";

/**
 * What ranking asks of every row that is found. FTS5 looks up the length of each in a table, which takes longer than finding
 * them; here they lie in memory, sixteen bytes a row. Read from the index with the first question, kept in step afterwards.
 */
export class RowFacts {
  readonly #statements: Statements;
  #table: Table | undefined;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  get table(): RowTable {
    this.#table ??= this.#read();
    return this.#table;
  }

  /** A row was written. */
  put(row: number, fact: RowFact): void {
    this.#table?.set(row, fact);
  }

  /** A document is about to be removed. */
  remove(doc: number): void {
    if (!this.#table) return;
    const rows = this.#statements.all<{ row: number }>(
      "select row from part where doc = ?",
      [doc],
    );
    for (const { row } of rows) this.#table.clear(row);
  }

  /** What was written last was taken back: all is read again when somebody asks. */
  forget(): void {
    this.#table = undefined;
  }

  #read(): Table {
    const table = new Table();
    const kindOf = new Map<number, TextKind>();
    const documents = this.#statements.numbersOnce(DOCUMENTS, []);
    for (let at = 0; at < documents.length; at += 2) {
      const kind = TEXT_KINDS[documents[at + 1] ?? 0];
      if (kind) kindOf.set(documents[at] ?? 0, kind);
    }
    const parts = this.#statements.numbersOnce(PARTS, []);
    for (let at = 0; at < parts.length; at += 3) {
      const doc = parts[at + 1] ?? 0;
      const kind = kindOf.get(doc);
      if (kind)
        table.set(parts[at] ?? 0, { doc, kind, words: parts[at + 2] ?? 0 });
    }
    return table;
  }
}

class Table implements RowTable {
  docs = new Int32Array(FIRST_ROWS);
  words = new Int32Array(FIRST_ROWS);
  weights = new Float64Array(FIRST_ROWS);
  count = 0;
  last = 0;
  total = 0;

  set(row: number, { doc, kind, words }: RowFact): void {
    if (row >= this.docs.length) this.#lengthen(row + 1);
    this.docs[row] = doc;
    this.words[row] = words;
    this.weights[row] = KIND_WEIGHTS[kind];
    this.count += 1;
    this.last = Math.max(this.last, row);
    this.total += words;
  }

  clear(row: number): void {
    this.total -= this.words[row] ?? 0;
    this.count -= 1;
    this.docs[row] = 0;
    this.words[row] = 0;
    this.weights[row] = 0;
  }

  #lengthen(least: number): void {
    const length = Math.max(least, 2 * this.docs.length);
    const { docs, words, weights } = this;
    this.docs = new Int32Array(length);
    this.words = new Int32Array(length);
    this.weights = new Float64Array(length);
    this.docs.set(docs);
    this.words.set(words);
    this.weights.set(weights);
  }
}
