import type { Spelling } from "#domain/search/hit";
import type { Query, WordTerm } from "#domain/search/query";
import type { Statements } from "../index/statements";
import type { Vocabulary } from "../index/vocabulary";

const MOST = 3;
const SHORTEST = 4;

/**
 * Other spellings of a query that finds nothing: the words that stand nowhere, replaced by words one typing error away,
 * the most frequent first. `finds` tells whether a spelling would find anything.
 */
export function otherSpellings(
  query: Query,
  tools: { readonly statements: Statements; readonly vocabulary: Vocabulary },
  finds: (text: string) => boolean,
): Spelling[] {
  const wrong = query.terms
    .filter(
      (term): term is WordTerm =>
        term.kind === "word" &&
        !term.isNegated &&
        term.word.folded.length >= SHORTEST,
    )
    .map((term) => ({ term, others: candidates(term, tools) }))
    .filter(({ others }) => others.length > 0);
  if (wrong.length === 0) return [];
  const spellings: Spelling[] = [];
  for (let choice = 0; choice < MOST; choice += 1) {
    const picks = wrong.map(({ term, others }) => ({
      term,
      word: others[choice] ?? others[0] ?? "",
    }));
    const spelling = replace(query.text, picks);
    const isNew = !spellings.some(({ text }) => text === spelling.text);
    if (isNew && finds(`${spelling.text} `)) spellings.push(spelling);
  }
  return spellings;
}

function candidates(
  { word: { folded } }: WordTerm,
  {
    statements,
    vocabulary,
  }: { readonly statements: Statements; readonly vocabulary: Vocabulary },
): string[] {
  const documents = (token: string): number =>
    statements.get<{ doc: number }>(
      "select doc from posting_word where term = ?",
      [token],
    )?.doc ?? 0;
  const similar = vocabulary.similar(folded, true);
  if (
    similar.some((each) => each.folded === folded && documents(each.token) > 0)
  )
    return [];
  const counted = new Map<string, number>();
  for (const each of similar)
    if (each.folded !== folded)
      counted.set(
        each.folded,
        (counted.get(each.folded) ?? 0) + documents(each.token),
      );
  return [...counted]
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([word]) => word)
    .slice(0, MOST);
}

function replace(
  text: string,
  picks: readonly { readonly term: WordTerm; readonly word: string }[],
): Spelling {
  let written = "";
  let at = 0;
  const changed: { start: number; end: number }[] = [];
  for (const { term, word } of picks) {
    written += text.slice(at, term.start);
    const field = term.field === undefined ? "" : `${term.field}:`;
    const start = written.length + field.length;
    written += field + word;
    changed.push({ start, end: start + word.length });
    at = term.end;
  }
  return { text: written + text.slice(at), changed };
}
