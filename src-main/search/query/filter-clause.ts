import { assertNever } from "#domain/assert-never";
import type { FilterValue } from "#domain/search/query";
import type { QueryContext } from "../protocol";
import { answerTo } from "./answer-to";
import type { Clause } from "./clause";

/** Filters that SQLite can judge by itself; the others need to know who and what there is. */
export type PlainFilter = Exclude<
  FilterValue,
  { field: "actor" | "issue" | "stance" | "said-by" | "reported" | "in" }
>;

/** The condition of a filter on kind, language, date or the state of a card. */
export function filterClause(
  value: PlainFilter,
  typed: string,
  { cards = [] }: QueryContext,
): Clause {
  switch (value.field) {
    case "kind":
      return { sql: "document.kind = ?", values: [value.kind] };
    case "lang":
      return { sql: "document.language is ?", values: [value.language] };
    case "before":
      return {
        sql: "coalesce(document.last_day < ?, 0)",
        values: [value.firstDay],
      };
    case "after":
      return {
        sql: "coalesce(document.first_day > ?, 0)",
        values: [value.lastDay],
      };
    case "on":
      return {
        sql: "coalesce(document.first_day <= ? and document.last_day >= ?, 0)",
        values: [value.lastDay, value.firstDay],
      };
    case "due":
    case "forgotten":
      return {
        sql: "document.kind = 'card' and document.id in (select value from json_each(?))",
        values: [JSON.stringify(answerTo(cards, typed))],
      };
    default:
      return assertNever(value);
  }
}
