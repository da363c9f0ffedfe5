import type { Markable } from "#domain/search/find-marks";
import type {
  NearTerm,
  PhraseTerm,
  QueryWord,
  WordField,
  WordTerm,
} from "#domain/search/query";
import { isStopWord } from "#domain/search/stop-words";
import { queryToken } from "../analysis/analyser";
import type { Vocabulary } from "../index/vocabulary";
import { NOTE_TOKEN } from "../index/write-document";

/** What a word of a text must be indexed as: one of some tokens, or one with a beginning. */
export interface TokenTest {
  readonly tokens: ReadonlySet<string>;
  readonly prefix?: string;
}

/** Words of a query in every form they may have in the texts: one list of tests for each language. */
export interface Expression {
  /** FTS5 syntax; every token is quoted: no operator ever comes from the person's text. */
  readonly fts: string;
  /** Where it is any of some tokens and nothing else: these. */
  readonly anyOf: readonly string[] | undefined;
  /** Rows of words that are marked: a word is a row of one. */
  readonly rows: readonly (readonly TokenTest[])[];
  /** The words of a row may stand in any order with so many between the first and the last. */
  readonly distance?: number;
}

/** What is to be marked, and in which part of a document. */
export interface FieldMarkable extends Markable {
  readonly field?: WordField;
}

export type TextTerm = WordTerm | PhraseTerm | NearTerm;

export interface ExpressionTools {
  readonly vocabulary: Vocabulary;
  /** Analyses that are in use in the index. */
  readonly codes: readonly string[];
}

const COLUMNS: Readonly<Record<WordField, string>> = {
  title: "title",
  body: "body",
  name: "names",
  tag: "tags",
  note: "",
};
/** Combinations of spellings of one phrase that are looked for. */
const MOST_ROWS = 24;

/** Translates one term that is sought in texts. */
export function expressTerm(
  term: TextTerm,
  tools: ExpressionTools,
): Expression {
  const bare =
    term.kind === "word"
      ? expressWord(term, tools)
      : expressRow(
          term.words,
          tools,
          term.kind === "near" ? term.distance : undefined,
        );
  if (term.field === undefined) return bare;
  const column = COLUMNS[term.field];
  const fts =
    column === ""
      ? `(${bare.fts} AND {tags} : "${NOTE_TOKEN}")`
      : `{${column}} : (${bare.fts})`;
  return { ...bare, fts, anyOf: undefined };
}

/** Words in a row, or near each other. */
export function expressRow(
  words: readonly QueryWord[],
  tools: ExpressionTools,
  distance?: number,
): Expression {
  const rows = tools.codes
    .flatMap((code) =>
      combine(words.map((word) => inLanguage(word, code, tools))),
    )
    .slice(0, MOST_ROWS);
  const distinct = [
    ...new Map(rows.map((row) => [row.join(" "), row])).values(),
  ];
  const fts = distinct
    .map((row) =>
      distance === undefined
        ? quote(row.join(" "))
        : `NEAR(${row.map(quote).join(" ")}, ${distance})`,
    )
    .join(" OR ");
  return {
    fts: `(${fts})`,
    anyOf: undefined,
    rows: distinct.map((row) =>
      row.map((token) => ({ tokens: new Set([token]) })),
    ),
    ...(distance === undefined ? {} : { distance }),
  };
}

function expressWord(term: WordTerm, tools: ExpressionTools): Expression {
  const { word, match } = term;
  const { vocabulary, codes } = tools;
  // What is being typed may be a whole word already; whoever writes a star means what begins so.
  const isBeginning = match === "prefix" && !term.isUnfinished;
  const tokens = new Set<string>();
  if (!isBeginning)
    for (const code of codes)
      for (const token of inLanguage(word, code, tools)) tokens.add(token);
  if (match === "fuzzy")
    for (const { token } of vocabulary.similar(word.folded)) tokens.add(token);
  if (match !== "prefix")
    return {
      fts: anyOf([...tokens].map(quote)),
      // A word that stands many times in nearly every row has too many places to be gone through.
      anyOf:
        !isStopWord(word.folded) && [...tokens].every(isOneToken)
          ? [...tokens]
          : undefined,
      rows: [[{ tokens }]],
    };
  const prefix = word.folded;
  for (const token of vocabulary.tokensBeginning(prefix)) tokens.add(token);
  const others = [...tokens].filter((token) => !token.startsWith(prefix));
  return {
    fts: anyOf([`${quote(prefix)} *`, ...others.map(quote)]),
    anyOf: undefined,
    rows: [[{ tokens, prefix }]],
  };
}

/** What a word is indexed as in one language: as typed, and as spelt with accents. */
function inLanguage(
  word: QueryWord,
  code: string,
  { vocabulary }: ExpressionTools,
): string[] {
  const own = queryToken(word, code);
  // In English the stem is made of the word without accents: it is spelt so in one way only.
  if (code === "en") return [own];
  const spelt = vocabulary
    .tokensOf(word.folded)
    .filter((token) => token.endsWith(`_${code}`));
  return [...new Set([own, ...spelt])];
}

function combine(alternatives: readonly (readonly string[])[]): string[][] {
  return alternatives.reduce<string[][]>(
    (rows, each) =>
      rows
        .flatMap((row) => each.map((token) => [...row, token]))
        .slice(0, MOST_ROWS),
    [[]],
  );
}

function anyOf(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(" OR ")})`;
}

/** What FTS5 would not cut further. */
function isOneToken(token: string): boolean {
  return /^[0-9a-z_\u{80}-\u{10ffff}]+$/u.test(token);
}

function quote(text: string): string {
  return `"${text.replaceAll('"', "")}"`;
}
