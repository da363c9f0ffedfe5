import { isWithinOneEdit } from "#domain/search/one-edit";
import type { Statements } from "./statements";

const MOST_KNOWN = 100_000;
const END = "\u{10FFFF}";

/** The words of all texts with what they are indexed as: for beginnings, typing errors and words typed without accents. */
export class Vocabulary {
  readonly #statements: Statements;
  readonly #known = new Set<string>();

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  add(folded: string, token: string): void {
    const pair = folded === token ? folded : `${folded} ${token}`;
    if (this.#known.has(pair)) return;
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    this.#known.add(pair);
    this.#statements.run("insert or ignore into word values(?, ?)", [
      folded,
      token,
    ]);
  }

  /** Nothing is being indexed for now. */
  forget(): void {
    this.#known.clear();
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

  /** Words at most one insertion, deletion, exchange or swap away, with what they are indexed as. */
  similar(
    folded: string,
  ): { readonly folded: string; readonly token: string }[] {
    // One error leaves the first half or the last half of a word as it is.
    const half = folded.slice(0, Math.floor(folded.length / 2));
    const rest = folded.slice(Math.floor(folded.length / 2) + 1);
    const rows = this.#statements.all<{ folded: string; token: string }>(
      `select folded, token from word where folded >= ?1 and folded < ?2 and length(folded) between ?3 and ?4
       union select folded, token from word where length(folded) between ?3 and ?4 and substr(folded, -length(?5)) = ?5`,
      [half, half + END, folded.length - 1, folded.length + 1, rest],
    );
    return rows.filter((row) => isWithinOneEdit(row.folded, folded));
  }
}
