import { isWithinOneEdit } from "#domain/search/one-edit";
import { encoded, type Statements } from "./statements";

const END = "\u{10FFFF}";
/**
 * So many new words wait at most to be written at once, ten megabytes: each time FTS5 begins a new segment, and each of those
 * makes asking slower.
 */
const MOST_WAITING = 100_000;
/** Between a word as it is spelt and what it is indexed as, where that is not the same; no word has one. */
const PART = " ";
/** The character behind it. */
const PART_END = "!";
/** The two halves of a stored word. */
const FOLDED = `substr(word, 1, instr(word || '${PART}', '${PART}') - 1)`;
const TOKEN = `substr(word, instr(word, '${PART}') + 1)`;

/** A word as it is spelt, and what it is indexed as. */
interface SpeltWord {
  readonly folded: string;
  readonly token: string;
}

/** The words of all texts with what they are indexed as: for beginnings, typing errors and words typed without accents. */
export class Vocabulary {
  readonly #statements: Statements;
  #waiting: string[] = [];
  /** What was asked for last, and told: names and texts ask for the same. */
  #similar:
    | { readonly asked: string; readonly words: readonly SpeltWord[] }
    | undefined;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** Puts in a word, unless it is there. It may wait to be written until somebody asks, or `write`. */
  add(folded: string, token: string): void {
    this.#waiting.push(folded === token ? folded : folded + PART + token);
    if (this.#waiting.length >= MOST_WAITING) this.write();
  }

  /**
   * Writes what waits; to be called before a transaction is committed. All at once and nearly in order: one by one they would
   * be a third of the work of indexing, and before each FTS5 writes out what it has gathered.
   */
  write(): void {
    if (this.#waiting.length === 0) return;
    const words = byBeginning(this.#waiting);
    this.#waiting = [];
    this.#similar = undefined;
    this.#statements.run(
      "insert or ignore into word select value from json_each(cast(? as text))",
      [encoded(JSON.stringify(words))],
    );
  }

  /** What words spelt so, accents aside, are indexed as. */
  tokensOf(folded: string): string[] {
    this.write();
    const rows = this.#statements.all<{ token: string }>(
      `select ${TOKEN} as token from word where word = ?1
       union all select ${TOKEN} from word where word >= ?2 and word < ?3`,
      [folded, folded + PART, folded + PART_END],
    );
    return rows.map(({ token }) => token);
  }

  /** What words with a beginning are indexed as, where that does not begin so itself. */
  tokensBeginning(prefix: string): string[] {
    this.write();
    const rows = this.#statements.all<{ token: string }>(
      `select distinct ${TOKEN} as token from word
       where word >= ?1 and word < ?2 and instr(word, ?3) > 0 and substr(${TOKEN}, 1, length(?1)) <> ?1`,
      [prefix, prefix + END, PART],
    );
    return rows.map(({ token }) => token);
  }

  /** Tells whether any word begins so. */
  hasBeginning(prefix: string): boolean {
    this.write();
    const sql = "select 1 from word where word >= ? and word < ? limit 1";
    return this.#statements.get(sql, [prefix, prefix + END]) !== undefined;
  }

  /**
   * Words at most one insertion, deletion, exchange or swap away, with what they are indexed as. `quickly`: the first
   * letter is taken to be right, which spares going through all words.
   */
  similar(folded: string, quickly = false): readonly SpeltWord[] {
    this.write();
    const asked = `${quickly ? "quickly " : ""}${folded}`;
    if (this.#similar?.asked !== asked)
      this.#similar = { asked, words: this.#findSimilar(folded, quickly) };
    return this.#similar.words;
  }

  #findSimilar(folded: string, quickly: boolean): SpeltWord[] {
    // One error leaves the first half or the last half of a word as it is.
    const half = folded.slice(0, Math.floor(folded.length / 2));
    const rest = folded.slice(Math.floor(folded.length / 2) + 1);
    const first = quickly ? folded.slice(0, 1) : "";
    const rows = this.#statements.all<SpeltWord>(
      `select ${FOLDED} as folded, ${TOKEN} as token from word
       where word >= ?1 and word < ?2 and length(${FOLDED}) between ?3 and ?4
       union select ${FOLDED}, ${TOKEN} from word where word >= ?6 and word < ?7
         and length(${FOLDED}) between ?3 and ?4 and substr(${FOLDED}, -length(?5)) = ?5`,
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

/** One more than the number of any word in a list. */
const MOST_NUMBERS = 2 ** 20;

/**
 * In the order of their first two letters, which is as good as the whole order where they are written page by page: numbers
 * are sorted many times as fast as texts.
 */
function byBeginning(words: readonly string[]): string[] {
  const keys = new Float64Array(words.length);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const second = word.length > 1 ? word.charCodeAt(1) : 0;
    const letters = word.charCodeAt(0) * 2 ** 16 + second;
    keys[at] = letters * MOST_NUMBERS + at;
  }
  return Array.from(keys.sort(), (key) => words[key % MOST_NUMBERS] ?? "");
}
