import { isWithinOneEdit } from "#domain/search/one-edit";
import type { Statements } from "./statements";

const END = "\u{10FFFF}";

/** The words of all texts with what they are indexed as: for beginnings, typing errors and words typed without accents. */
export class Vocabulary {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** Puts in a word, unless it is there. */
  add(folded: string, token: string): void {
    this.#statements.run("insert or ignore into word values(?, ?)", [
      folded,
      token,
    ]);
  }

  /** What words spelt so, accents aside, are indexed as. */
  tokensOf(folded: string): string[] {
    const rows = this.#statements.all<{ token: string }>(
      "select token from word where folded = ?",
      [folded],
    );
    return rows.map(({ token }) => token);
  }

  /** What words with a beginning are indexed as, where that does not begin so itself. */
  tokensBeginning(prefix: string): string[] {
    const rows = this.#statements.all<{ token: string }>(
      "select distinct token from word where folded >= ?1 and folded < ?2 and substr(token, 1, length(?1)) <> ?1",
      [prefix, prefix + END],
    );
    return rows.map(({ token }) => token);
  }

  /** Tells whether any word begins so. */
  hasBeginning(prefix: string): boolean {
    const sql = "select 1 from word where folded >= ? and folded < ? limit 1";
    return this.#statements.get(sql, [prefix, prefix + END]) !== undefined;
  }

  /**
   * Words at most one insertion, deletion, exchange or swap away, with what they are indexed as. `quickly`: the first
   * letter is taken to be right, which spares going through all words.
   */
  similar(
    folded: string,
    quickly = false,
  ): { readonly folded: string; readonly token: string }[] {
    // One error leaves the first half or the last half of a word as it is.
    const half = folded.slice(0, Math.floor(folded.length / 2));
    const rest = folded.slice(Math.floor(folded.length / 2) + 1);
    const first = quickly ? folded.slice(0, 1) : "";
    const rows = this.#statements.all<{ folded: string; token: string }>(
      `select folded, token from word where folded >= ?1 and folded < ?2 and length(folded) between ?3 and ?4
       union select folded, token from word where folded >= ?6 and folded < ?7 and length(folded) between ?3 and ?4
         and substr(folded, -length(?5)) = ?5`,
      [
        half,
        half + END,
        folded.length - 1,
        folded.length + 1,
        rest,
        first,
        first + END,
      ],
    );
    return rows.filter((row) => isWithinOneEdit(row.folded, folded));
  }
}
