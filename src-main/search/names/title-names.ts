import type { NameHit } from "#domain/search/hit";
import { textWords } from "#domain/search/text-words";
import { fold } from "#domain/search/words";
import type { Statements } from "../index/statements";
import type { Vocabulary } from "../index/vocabulary";

const SHORTEST_FOR_TYPOS = 4;
/** One or two letters begin the titles of half a library: the first that are met serve as well as the best. */
const SHORTEST_FOR_RANK = 3;

interface NamedRow {
  readonly kind: "passage" | "note";
  readonly id: string;
  readonly docTitle: string;
  readonly title: string;
  readonly detail: string | null;
  readonly start: number | null;
  readonly score: number;
}

/** Items, headings and notes whose title has every word, whole or begun; else with one typing error. */
export function findTitles(
  statements: Statements,
  vocabulary: Vocabulary,
  text: string,
  limit: number,
): NameHit[] {
  const words = textWords(text)
    .map(({ raw }) => fold(raw))
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const begun = words.map((word) => `"${word}" *`).join(" ");
  const isRanked = words.some((word) => word.length >= SHORTEST_FOR_RANK);
  const rows = select(statements, begun, isRanked, limit);
  const other = rows.length > 0 ? undefined : misspelt(words, vocabulary);
  const found =
    other === undefined ? rows : select(statements, other, true, limit);
  return found.map((row) => toHit(row, words));
}

/** `undefined`: every word begins some word of the texts, and is taken to be what was meant. */
function misspelt(
  words: readonly string[],
  vocabulary: Vocabulary,
): string | undefined {
  let isChanged = false;
  const parts = words.map((word) => {
    if (word.length < SHORTEST_FOR_TYPOS || vocabulary.hasBeginning(word))
      return `"${word}" *`;
    const similar = vocabulary.similar(word, true).map(({ folded }) => folded);
    if (similar.length > 0) isChanged = true;
    return `(${[word, ...new Set(similar)].map((each) => `"${each}"`).join(" OR ")})`;
  });
  return isChanged ? parts.join(" AND ") : undefined;
}

function select(
  statements: Statements,
  expression: string,
  isRanked: boolean,
  limit: number,
): NamedRow[] {
  return statements.all<NamedRow>(
    `select document.kind, document.id, document.title as docTitle, named.title, document.detail, named.start,
       ${isRanked ? "-bm25(name)" : "0"} as score
     from name join named on named.row = name.rowid join document on document.doc = named.doc
     where name match ? ${isRanked ? "order by score desc, name.rowid" : ""} limit ?`,
    [expression, limit],
  );
}

function toHit(row: NamedRow, words: readonly string[]): NameHit {
  const { kind, id, title, start, score, docTitle, detail } = row;
  const shown = { title, titleMarks: titleMarks(title, words), score };
  if (kind === "note") return { kind, id, ...shown, detail: detail ?? "" };
  if (start === null)
    return { kind: "item", id, itemId: id, ...shown, detail: detail ?? "" };
  return {
    kind: "item",
    id: `${id}#${start}`,
    itemId: id,
    ...shown,
    detail: docTitle,
    target: { start, end: start + title.length },
  };
}

/** The words of a title that begin like one of the query's. */
export function titleMarks(
  title: string,
  words: readonly string[],
): NameHit["titleMarks"] {
  return textWords(title)
    .filter(({ raw }) => words.some((word) => fold(raw).startsWith(word)))
    .map(({ start, end }) => ({ start, end }));
}
