import { queryWords } from "#domain/search/query-words";
import type { Statements } from "../index/statements";
import type { Answers } from "../protocol";
import { answerTo } from "./answer-to";
import type { Clause } from "./clause";

/**
 * What lies in a collection of that name, or in an item whose title has words that begin so. `undefined`: there is no
 * such place.
 */
export function placeClause(
  text: string,
  statements: Statements,
  places: Answers = [],
): { readonly clause: Clause } | undefined {
  const words = queryWords(text);
  const titled =
    words.length === 0
      ? []
      : statements.all<{ id: string }>(
          `select document.id from name join named on named.row = name.rowid join document on document.doc = named.doc
           where name match ? and named.start is null and document.kind = 'passage' limit 1000`,
          [words.map(({ folded }) => `"${folded}" *`).join(" ")],
        );
  const items = [...answerTo(places, text), ...titled.map(({ id }) => id)];
  if (items.length === 0) return undefined;
  return {
    clause: {
      sql: "document.item in (select value from json_each(?))",
      values: [JSON.stringify(items)],
    },
  };
}
