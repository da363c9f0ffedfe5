import type { Query, Term } from "#domain/search/query";
import type { MatchTerm } from "#domain/search/snippet";
import { stem } from "./stem";

const MOST_COMPLETIONS = 64;

/** A query in the form the postings take, and the way to tell which words of a text it meant. */
export interface MatchExpression {
  /** FTS5 syntax; every term is quoted, so that no operator ever comes from the person's text. `undefined`: nothing to look for. */
  readonly fts: string | undefined;
  readonly match: MatchTerm;
}

/** Translates a query; `complete` gives the stems of words with a beginning. */
export function matchExpression(
  query: Query,
  complete: (prefix: string, limit: number) => readonly string[],
  any: boolean,
): MatchExpression {
  const wanted = query.terms.filter((term) => !term.isNegated);
  const unwanted = query.terms.filter((term) => term.isNegated);
  if (wanted.length === 0) return { fts: undefined, match: () => -1 };
  const all = wanted
    .map((term) => express(term, complete))
    .join(any ? " OR " : " AND ");
  const none = unwanted.map((term) => express(term, complete)).join(" OR ");
  return {
    fts: none ? `(${all}) NOT (${none})` : all,
    match: matcherOf(wanted, complete),
  };
}

function express(
  term: Term,
  complete: (prefix: string, limit: number) => readonly string[],
): string {
  const column = term.field === "title" ? "{title} : " : "";
  if (term.kind === "phrase")
    return `${column}${quote(term.words.map(stem).join(" "))}`;
  const [word = ""] = term.words;
  if (term.kind === "word") return `${column}${quote(stem(word))}`;
  const stems = new Set([stem(word), ...complete(word, MOST_COMPLETIONS)]);
  return `(${[...stems].map((each) => column + quote(each)).join(" OR ")})`;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', "")}"`;
}

function matcherOf(
  terms: readonly Term[],
  complete: (prefix: string, limit: number) => readonly string[],
): MatchTerm {
  const exact = new Map<string, number>();
  terms.forEach((term, index) => {
    const stems = term.words.map(stem);
    if (term.kind === "prefix")
      stems.push(...complete(term.words[0] ?? "", MOST_COMPLETIONS));
    for (const each of stems) if (!exact.has(each)) exact.set(each, index);
  });
  return (folded) => exact.get(stem(folded)) ?? -1;
}
