import type { Complaint, ComplaintCode } from "#domain/search/complaint";
import type { FilterTerm, FilterValue, Query } from "#domain/search/query";
import { queryWords } from "#domain/search/query-words";
import type { TextRange } from "#domain/text/blocks";
import type { Statements } from "../index/statements";
import type { Vocabulary } from "../index/vocabulary";
import type { KnownName, QueryContext } from "../protocol";
import { distinct, either, matching, not, type Clause } from "./clause";
import { cardFilterKey } from "./card-filter-key";
import { filterClause } from "./filter-clause";
import type { KnownIndex } from "./known-index";
import { linkClause } from "./link-clause";
import { expressRow, type FieldMarkable } from "./match-expression";
import { placeClause } from "./place-clause";

export interface FilterTools {
  readonly statements: Statements;
  readonly vocabulary: Vocabulary;
  readonly known: KnownIndex;
  readonly codes: readonly string[];
}

/** A filter that names nobody who is known: its text is searched as plain words. */
export interface UnreadableFilter extends TextRange {
  readonly text: string;
  readonly isNegated: boolean;
}

export interface CompiledFilters {
  readonly clauses: readonly Clause[];
  readonly marks: readonly FieldMarkable[];
  readonly unreadable: readonly UnreadableFilter[];
  readonly complaints: readonly Complaint[];
  /** Nothing is wanted by the filters. */
  readonly isOnlyExcluding: boolean;
}

const NO_FILTERS: CompiledFilters = {
  clauses: [],
  marks: [],
  unreadable: [],
  complaints: [],
  isOnlyExcluding: true,
};

/** SQLite takes conditions of a depth of 1,000; nobody means so many. */
const MOST_CLAUSES = 64;

type Judged =
  | { readonly clause: Clause; readonly marks?: readonly FieldMarkable[] }
  | { readonly links: readonly string[] }
  | { readonly complaint: ComplaintCode; readonly text: string };

/** Translates the filters of a query. Those on what is known are asked of one position, card or event together. */
export function compileFilters(
  query: Query,
  tools: FilterTools,
  context: QueryContext,
): CompiledFilters {
  if (!query.terms.some(({ kind }) => kind === "filter")) return NO_FILTERS;
  const clauses: Clause[] = [];
  const marks: FieldMarkable[] = [];
  const unreadable: UnreadableFilter[] = [];
  const complaints: Complaint[] = [];
  const groups: (readonly string[])[] = [];
  let isOnlyExcluding = true;
  for (const term of query.terms) {
    if (term.kind !== "filter") continue;
    const judged = judge(term, query.text, tools, context);
    if ("complaint" in judged) {
      const { complaint: code, text } = judged;
      const { start, end } = term;
      // Nobody is told that a name is unknown while they are typing it.
      if (!term.isUnfinished) complaints.push({ code, part: text, start, end });
      if (code !== "place-unknown")
        unreadable.push({ start, end, text, isNegated: term.isNegated });
      else if (!term.isNegated) clauses.push({ sql: "0", values: [] });
    } else {
      if (!term.isNegated) isOnlyExcluding = false;
      if ("links" in judged && !term.isNegated) groups.push(judged.links);
      else {
        const clause =
          "links" in judged
            ? linkClause(tools.statements, [judged.links])
            : judged.clause;
        clauses.push(term.isNegated ? not(clause) : clause);
        if (!("links" in judged) && !term.isNegated)
          marks.push(...(judged.marks ?? []));
      }
    }
  }
  if (groups.length > 0) clauses.push(linkClause(tools.statements, groups));
  return {
    clauses: distinct(clauses).slice(0, MOST_CLAUSES),
    marks,
    unreadable,
    complaints,
    isOnlyExcluding,
  };
}

function judge(
  term: FilterTerm,
  text: string,
  tools: FilterTools,
  context: QueryContext,
): Judged {
  const { value } = term;
  switch (value.field) {
    case "stance":
      return { links: [`stance:${value.stance}`] };
    case "issue":
      return linked(value, "issue", tools);
    case "said-by":
    case "reported":
      return linked(value, "actor", tools);
    case "actor":
      return actorFilter(value.text, tools);
    case "in":
      return (
        placeClause(value.text, tools.statements, context.places) ?? {
          complaint: "place-unknown",
          text: value.text,
        }
      );
    default:
      return {
        clause: filterClause(value, cardFilterKey(text, term), context),
      };
  }
}

function linked(
  { field, text }: Extract<FilterValue, { text: string }>,
  kind: KnownName["kind"],
  { known }: FilterTools,
): Judged {
  const meant = known.meant(kind, text);
  return meant.length === 0
    ? { complaint: `${kind}-unknown`, text }
    : { links: meant.map(({ id }) => `${field}:${id}`) };
}

/** Texts that name an actor by whatever alias, and whatever is linked with them. */
function actorFilter(text: string, tools: FilterTools): Judged {
  const meant = tools.known.meant("actor", text);
  if (meant.length === 0) return { complaint: "actor-unknown", text };
  const names = meant.flatMap(({ name, aliases }) =>
    [name, ...aliases].flatMap((each) => {
      const words = queryWords(each);
      return words.length === 0
        ? []
        : [{ actor: name, expression: expressRow(words, tools) }];
    }),
  );
  const linkTokens = meant.map(({ id }) => `actor:${id}`);
  return {
    clause: either([
      linkClause(tools.statements, [linkTokens]),
      matching(names.map(({ expression }) => expression.fts).join(" OR ")),
    ]),
    marks: names.map(({ actor, expression }) => ({
      term: -1,
      actor,
      rows: expression.rows,
    })),
  };
}
