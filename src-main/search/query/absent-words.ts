import type { Query } from "#domain/search/query";
import type { TextRange } from "#domain/text/blocks";
import type { Statements } from "../index/statements";
import { findsAny } from "./find-rows";
import {
  expressTerm,
  type ExpressionTools,
  type TextTerm,
} from "./match-expression";

/** Where in a query the words, and rows of words, stand that no text holds; none where a single one is asked for. */
export function absentWords(
  query: Query,
  tools: ExpressionTools & { readonly statements: Statements },
): TextRange[] {
  const wanted = query.terms.filter(
    (term): term is TextTerm => term.kind !== "filter" && !term.isNegated,
  );
  if (wanted.length < 2) return [];
  return wanted
    .filter((term) => {
      const { fts } = expressTerm(term, tools);
      return !findsAny(tools.statements, { fts, clauses: [] });
    })
    .map(({ start, end }) => ({ start, end }));
}
