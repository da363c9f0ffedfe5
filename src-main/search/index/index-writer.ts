import type sqlite from "node-sqlite3-wasm";
import type { Analyser } from "../analysis/analyser";
import { analysisOf } from "../analysis/stemmers";
import type { SearchDocument, ToldDocument } from "../protocol";
import { readText } from "../read-text";
import { Digest, removeMark, writeMark, type Contents } from "./index-mark";
import type { RowFacts } from "./row-facts";
import type { Statements } from "./statements";
import type { Vocabulary } from "./vocabulary";
import { removeDocument, writeDocument } from "./write-document";

export interface IndexWriterOptions {
  readonly file: string;
  readonly db: sqlite.Database;
  readonly statements: Statements;
  readonly vocabulary: Vocabulary;
  readonly facts: RowFacts;
  readonly analyser: Analyser;
  /** What the index was left as, if it was left in order. */
  readonly contents: Contents | undefined;
}

/** Everything that changes the index. */
export class IndexWriter {
  readonly #options: IndexWriterOptions;
  readonly #digest: Digest;
  readonly #codes: Set<string>;
  #isSettled: boolean;
  #count: number;

  constructor(options: IndexWriterOptions) {
    const { contents } = options;
    this.#options = options;
    this.#isSettled = contents !== undefined;
    this.#digest = new Digest(contents?.digest);
    this.#count = contents?.count ?? 0;
    if (!contents)
      for (const document of this.told())
        if (document.fingerprint !== "") this.#came(document);
    const rows = options.statements.all<{ code: string }>(
      "select code from analysis",
    );
    this.#codes = new Set(rows.map(({ code }) => code));
  }

  /** How many documents are indexed whole. */
  get count(): number {
    return this.#count;
  }

  /** Analyses that are in use, English first. */
  get codes(): readonly string[] {
    return this.#codes.has("en") ? [...this.#codes] : ["en", ...this.#codes];
  }

  /** Everything that is indexed, or what of it has a key that begins so; what is half written has an empty fingerprint. */
  told(under = ""): ToldDocument[] {
    return this.#options.statements.all<ToldDocument>(
      "select key, fingerprint from document where key >= ? and key < ?",
      [under, `${under}\u{10FFFF}`],
    );
  }

  /**
   * Puts a document in the place of what is indexed of it, a passage at each step, within transactions of whoever steps.
   * Returns whether its text was there.
   */
  *write(document: SearchDocument): Generator<undefined, boolean> {
    const { text } = document;
    const structured = text.form === "plain" ? undefined : readText(text);
    if (text.form !== "plain" && !structured) return false;
    this.#unsettle();
    this.#forgetFingerprint(document.key);
    const { code } = analysisOf(document.language ?? "");
    if (!this.#codes.has(code)) {
      this.#codes.add(code);
      this.#options.statements.run("insert or ignore into analysis values(?)", [
        code,
      ]);
    }
    yield* writeDocument(this.#options, document, structured);
    this.#came(document);
    return true;
  }

  /** Writes a whole document at once. Returns whether its text was there. */
  put(document: SearchDocument): boolean {
    return this.transaction(() => {
      const steps = this.write(document);
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    });
  }

  remove(keys: readonly string[]): void {
    if (keys.length === 0) return;
    this.#unsettle();
    this.transaction(() => {
      for (const key of keys) {
        this.#forgetFingerprint(key);
        removeDocument(this.#options, key);
      }
    });
  }

  /** Begins a transaction, unless one has begun. Many passages in one are written several times as fast. */
  begin(): void {
    const { db, statements } = this.#options;
    if (!db.inTransaction) statements.run("begin");
  }

  commit(): void {
    const { db, statements, vocabulary } = this.#options;
    vocabulary.write();
    if (db.inTransaction) statements.run("commit");
  }

  /** Takes back what was not committed. */
  rollback(): void {
    const { db, facts } = this.#options;
    if (!db.inTransaction) return;
    db.exec("rollback");
    facts.forget();
  }

  /** @throws Error of SQLite, after which nothing of the task is in the index */
  transaction<Value>(task: () => Value): Value {
    // Whoever has begun one commits it.
    if (this.#options.db.inTransaction) return task();
    this.begin();
    try {
      const value = task();
      this.commit();
      return value;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** Everything is written: the next start need not look. */
  settle(): void {
    if (this.#isSettled) return;
    writeMark(this.#options.file, {
      digest: this.#digest.toString(),
      count: this.#count,
    });
    this.#isSettled = true;
  }

  #unsettle(): void {
    if (this.#isSettled) removeMark(this.#options.file);
    this.#isSettled = false;
  }

  #came(document: ToldDocument): void {
    this.#digest.toggle(document);
    this.#count += 1;
  }

  #forgetFingerprint(key: string): void {
    const found = this.#options.statements.get<ToldDocument>(
      "select key, fingerprint from document where key = ? and fingerprint <> ''",
      [key],
    );
    if (!found) return;
    this.#digest.toggle(found);
    this.#count -= 1;
  }
}
