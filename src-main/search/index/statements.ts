import type sqlite from "node-sqlite3-wasm";

export type Value = string | number | null | Uint8Array;

/** Shorter texts are encoded as fast as they are. */
const LONG = 64;

/**
 * A text for a place of the statement that is written `cast(? as text)`: the library encodes texts letter by letter, which
 * for long ones takes longer than writing them.
 */
export function encoded(text: string): Value {
  return text.length < LONG ? text : Buffer.from(text);
}

const COMMA = 0x2c;
const ZERO = 0x30;

const NOTHING = new Uint8Array(0);

interface Told {
  readonly numbers: Uint8Array | null;
}

/** Whole numbers, none below zero, that stand in decimal digits with a comma between; none where there is nothing. */
export function wholeNumbers(
  told: Uint8Array | null | undefined,
): Float64Array {
  const digits = told ?? NOTHING;
  const numbers = new Float64Array((digits.length + 1) >>> 1);
  let count = 0;
  let number = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits[at] ?? 0;
    if (digit === COMMA) {
      numbers[count] = number;
      count += 1;
      number = 0;
    } else number = 10 * number + (digit - ZERO);
  }
  if (digits.length === 0) return numbers;
  numbers[count] = number;
  return numbers.subarray(0, count + 1);
}

/** Prepared statements of a database, each made once. */
export class Statements {
  readonly #db: sqlite.Database;
  readonly #made = new Map<string, sqlite.Statement>();

  constructor(db: sqlite.Database) {
    this.#db = db;
  }

  run(sql: string, values: readonly Value[] = []): number {
    return Number(this.#of(sql).run(values as Value[]).lastInsertRowid);
  }

  all<Row>(sql: string, values: readonly Value[] = []): Row[] {
    return this.#of(sql).all(values as Value[]) as unknown as Row[];
  }

  get<Row>(sql: string, values: readonly Value[] = []): Row | undefined {
    return (
      (this.#of(sql).get(values as Value[]) as unknown as Row | null) ??
      undefined
    );
  }

  /**
   * The whole numbers that a statement tells in one row, `cast(group_concat(...) as blob) as numbers`: row by row, or as a
   * text, many would take ten times as long over the border of the WASM.
   */
  numbers(sql: string, values: readonly Value[] = []): Float64Array {
    return wholeNumbers(this.get<Told>(sql, values)?.numbers);
  }

  /** The same of a statement that is made anew for each query. */
  numbersOnce(sql: string, values: readonly Value[]): Float64Array {
    return wholeNumbers(this.once<Told>(sql, values)[0]?.numbers);
  }

  /** For a statement that is made anew for each query. */
  once<Row>(sql: string, values: readonly Value[]): Row[] {
    return this.#db.all(sql, values as Value[]) as unknown as Row[];
  }

  close(): void {
    for (const each of this.#made.values()) each.finalize();
    this.#made.clear();
  }

  #of(sql: string): sqlite.Statement {
    const known = this.#made.get(sql);
    if (known) return known;
    const made = this.#db.prepare(sql);
    this.#made.set(sql, made);
    return made;
  }
}
