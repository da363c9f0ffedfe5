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

/** What a JSON text of plain characters holds that comes as bytes, as `cast(... as blob)`: so it is not decoded letter by letter. */
export function parsed<Value>(json: Uint8Array): Value {
  const { buffer, byteOffset, length } = json;
  const text = Buffer.from(buffer, byteOffset, length).toString("latin1");
  return JSON.parse(text) as Value;
}

/** Prepared statements of a database, each made once. */
export class Statements {
  readonly #db: sqlite.Database;
  readonly #made = new Map<string, sqlite.Statement>();

  constructor(db: sqlite.Database) {
    this.#db = db;
  }

  run(sql: string, values: readonly Value[] = []): number {
    return Number(this.#of(sql).run([...values]).lastInsertRowid);
  }

  all<Row>(sql: string, values: readonly Value[] = []): Row[] {
    return this.#of(sql).all([...values]) as unknown as Row[];
  }

  get<Row>(sql: string, values: readonly Value[] = []): Row | undefined {
    return (
      (this.#of(sql).get([...values]) as unknown as Row | null) ?? undefined
    );
  }

  /** For a statement that is made anew for each query. */
  once<Row>(sql: string, values: readonly Value[]): Row[] {
    return this.#db.all(sql, [...values]) as unknown as Row[];
  }

  close(): void {
    for (const each of this.#made.values()) each.finalize();
    this.#made.clear();
  }

  #of(sql: string): sqlite.Statement {
    const made = this.#made.get(sql) ?? this.#db.prepare(sql);
    this.#made.set(sql, made);
    return made;
  }
}
