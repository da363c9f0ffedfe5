import type { IndexState } from "#domain/search/hit";
import sqlite from "node-sqlite3-wasm";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { readMark } from "./index-mark";
import { INDEX_VERSION, SCHEMA } from "./schema";

/** Pages that SQLite keeps in memory, KB. */
const CACHE_KB = 16_000;

export type Rebuilt = NonNullable<IndexState["rebuilt"]>;

/** An open index, and why it was made anew, if it was. */
export interface OpenIndex {
  readonly db: sqlite.Database;
  readonly rebuilt?: Rebuilt;
}

/**
 * Opens the file, or makes a new one where it is absent, damaged or of another version: it is a cache, and losing it
 * loses nothing. One process owns it. `:memory:` keeps it out of the disk.
 */
export function openIndex(file: string): OpenIndex {
  if (file === ":memory:") return { db: create(file) };
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) {
    removeIndex(file);
    return { db: create(file), rebuilt: "absent" };
  }
  removeStaleLock(file);
  const kept = openKept(file);
  if (typeof kept !== "string") return { db: kept };
  removeIndex(file);
  return { db: create(file), rebuilt: kept };
}

/** Removes the index with all that belongs to it. */
export function removeIndex(file: string): void {
  for (const each of [file, `${file}-journal`, `${file}.mark`])
    rmSync(each, { force: true });
  removeStaleLock(file);
}

/** The library locks with a folder, which a killed process or a failed opening leaves behind. This process is the only owner. */
function removeStaleLock(file: string): void {
  rmSync(`${file}.lock`, { recursive: true, force: true });
}

function openKept(file: string): sqlite.Database | Rebuilt {
  let db: sqlite.Database | undefined;
  let reason: Rebuilt = "damaged";
  try {
    // What the last session left in order is not gone through again: of a large index that takes seconds.
    const isTrusted = readMark(file) !== undefined;
    db = open(file);
    const { user_version: version } = db.get("pragma user_version") as {
      user_version: number;
    };
    if (version === INDEX_VERSION && (isTrusted || isSound(db))) return db;
    if (version !== INDEX_VERSION)
      reason = version === 0 && isEmpty(db) ? "absent" : "outdated";
  } catch {
    // Not a database, or half of one.
  }
  try {
    db?.close();
  } catch {
    // It goes anyway.
  }
  return reason;
}

function isEmpty(db: sqlite.Database): boolean {
  const row = db.get("select count(*) as tables from sqlite_schema");
  return row?.tables === 0;
}

function isSound(db: sqlite.Database): boolean {
  const check = db.get("pragma quick_check(1)") as { quick_check: string };
  if (check.quick_check !== "ok") return false;
  db.run("insert into posting(posting) values('integrity-check')");
  db.run("insert into name(name) values('integrity-check')");
  return true;
}

function create(file: string): sqlite.Database {
  const db = open(file);
  db.exec(SCHEMA);
  return db;
}

/** The journal stays on: with it a process killed in the middle leaves whole documents, and the next one goes on from there. */
function open(file: string): sqlite.Database {
  const db = new sqlite.Database(file);
  db.exec(
    `pragma locking_mode=exclusive; pragma journal_mode=truncate; pragma synchronous=off; pragma cache_size=-${CACHE_KB}`,
  );
  return db;
}
