import sqlite from "node-sqlite3-wasm";
import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/** Raise it whenever tables or analysis change: an older file is then built anew. */
const INDEX_VERSION = 2;
const COUNT_CAP = 1_000;

export interface PostingRow {
  readonly key: string;
  readonly part: number;
  readonly title: string;
  readonly body: string;
  readonly names: string;
  readonly tags: string;
  /** Kept beside the postings, for a document whose text is not in memory. */
  readonly passage?: StoredPassage;
}

/** A passage as it is shown, with its place in the canonical text. */
export interface StoredPassage {
  readonly start: number;
  readonly heading: string;
  readonly text: string;
}

export interface FoundRow {
  readonly row: number;
  readonly key: string;
  readonly part: number;
  readonly score: number;
}

/**
 * The postings of everything with a body, in SQLite FTS5: stems only, and beside them the passages of imported texts,
 * which are too many to be held in memory. A cache: deleting the file loses
 * nothing, and a damaged or older one is built anew. One process owns it.
 */
export class Postings {
  readonly #db: sqlite.Database;

  private constructor(db: sqlite.Database) {
    this.#db = db;
  }

  /** Opens the file, or makes a new one where it is absent, damaged or of another version. `:memory:` keeps it out of the disk. */
  static open(file: string): {
    readonly postings: Postings;
    readonly isNew: boolean;
  } {
    if (file !== ":memory:") {
      mkdirSync(dirname(file), { recursive: true });
      removeStaleLock(file);
      const kept = Postings.#openKept(file);
      if (kept) return { postings: kept, isNew: false };
      rmSync(file, { force: true });
      removeStaleLock(file);
    }
    const postings = new Postings(openDatabase(file));
    postings.#create();
    return { postings, isNew: true };
  }

  static #openKept(file: string): Postings | undefined {
    let db: sqlite.Database | undefined;
    try {
      db = openDatabase(file);
      const version = db.get("pragma user_version") as { user_version: number };
      const check = db.get("pragma quick_check(1)") as { quick_check: string };
      if (
        version.user_version === INDEX_VERSION &&
        check.quick_check === "ok"
      ) {
        db.run("insert into posting(posting) values('integrity-check')");
        return new Postings(db);
      }
    } catch {
      // Not a database, or half of one.
    }
    try {
      db?.close();
    } catch {
      // It goes anyway.
    }
    return undefined;
  }

  #create(): void {
    this.#db.exec(`
      create virtual table posting using fts5(title, body, names, tags,
        content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0');
      create table part(row integer primary key, key text not null, part integer not null,
        start integer, heading text, passage text);
      create index part_key on part(key);
      create table document(key text primary key, fingerprint text not null) without rowid;
      create table word(folded text primary key, stem text not null) without rowid;
      pragma user_version=${INDEX_VERSION};
    `);
  }

  fingerprints(): Map<string, string> {
    const rows = this.#db.all("select key, fingerprint from document") as {
      key: string;
      fingerprint: string;
    }[];
    return new Map(rows.map((row) => [row.key, row.fingerprint]));
  }

  /** Replaces a document's rows. `words` are its folded words with their stems, for completing a word as it is typed. */
  put(
    key: string,
    fingerprint: string,
    rows: readonly PostingRow[],
    words: ReadonlyMap<string, string>,
  ): void {
    this.remove(key);
    for (const row of rows) {
      const { passage } = row;
      const { lastInsertRowid } = this.#db.run(
        "insert into part(key, part, start, heading, passage) values(?, ?, ?, ?, ?)",
        [
          key,
          row.part,
          passage?.start ?? null,
          passage?.heading ?? null,
          passage?.text ?? null,
        ],
      );
      this.#db.run(
        "insert into posting(rowid, title, body, names, tags) values(?, ?, ?, ?, ?)",
        [lastInsertRowid, row.title, row.body, row.names, row.tags],
      );
    }
    for (const [folded, stem] of words)
      this.#db.run("insert or ignore into word values(?, ?)", [folded, stem]);
    this.#db.run("insert into document values(?, ?)", [key, fingerprint]);
  }

  remove(key: string): void {
    this.#db.run(
      "delete from posting where rowid in (select row from part where key = ?)",
      [key],
    );
    this.#db.run("delete from part where key = ?", [key]);
    this.#db.run("delete from document where key = ?", [key]);
  }

  transaction(task: () => void): void {
    this.#db.exec("begin");
    try {
      task();
      this.#db.exec("commit");
    } catch (error) {
      this.#db.exec("rollback");
      throw error;
    }
  }

  /** Stems of the words that begin so. */
  stemsOf(prefix: string, limit: number): string[] {
    const rows = this.#db.all(
      "select distinct stem from word where folded >= ? and folded < ? limit ?",
      [prefix, `${prefix}\u{10FFFF}`, limit],
    ) as { stem: string }[];
    return rows.map((row) => row.stem);
  }

  /** Rows for an FTS5 expression, best first (title counts three times, names twice). */
  find(expression: string, limit: number): FoundRow[] {
    return this.#db.all(
      `select part.row, part.key, part.part, -bm25(posting, 3.0, 1.0, 2.0, 1.0) as score
       from posting join part on part.row = posting.rowid where posting match ? order by score desc, part.row limit ?`,
      [expression, limit],
    ) as unknown as FoundRow[];
  }

  /** The passage that is kept of a row; `undefined` for a document that is in memory. */
  passage(row: number): StoredPassage | undefined {
    const found = this.#db.get(
      "select start, heading, passage as text from part where row = ?",
      [row],
    ) as ({ start: number | null } & Omit<StoredPassage, "start">) | null;
    return found?.start === null || !found
      ? undefined
      : { ...found, start: found.start };
  }

  /** How many rows match, counted up to a cap. */
  count(expression: string): {
    readonly total: number;
    readonly isCapped: boolean;
  } {
    const row = this.#db.get(
      "select count(*) as total from (select 1 from posting where posting match ? limit ?)",
      [expression, COUNT_CAP],
    ) as { total: number };
    return { total: row.total, isCapped: row.total === COUNT_CAP };
  }

  close(): void {
    this.#db.close();
  }
}

/** The library locks with a folder, which a killed process or a failed opening leaves behind. This process is the only owner. */
function removeStaleLock(file: string): void {
  rmSync(`${file}.lock`, { recursive: true, force: true });
}

function openDatabase(file: string): sqlite.Database {
  const db = new sqlite.Database(file);
  db.exec(
    "pragma locking_mode=exclusive; pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-32000",
  );
  return db;
}
