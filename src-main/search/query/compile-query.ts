import type { Complaint } from "#domain/search/complaint";
import type { Expansion } from "#domain/search/hit";
import type { Query, Term } from "#domain/search/query";
import { isStopWord } from "#domain/search/stop-words";
import { isUnspaced } from "#domain/search/text-words";
import { plainTerms } from "#domain/search/word-terms";
import type { QueryContext } from "../protocol";
import { matching, not, type Clause } from "./clause";
import { findNamedRuns, type NamedRun } from "./expand-actors";
import { compileFilters, type FilterTools } from "./compile-filters";
import {
  expressRow,
  expressTerm,
  type Expression,
  type FieldMarkable,
  type TextTerm,
} from "./match-expression";

/** Shorter beginnings match half of all text: they ask the names only. */
const SHORTEST_BEGINNING = 3;

/** A query as SQLite takes it. Without words and without conditions there is nothing to look for. */
export interface Compiled {
  readonly fts: string | undefined;
  /** Where nothing is asked for but any of some tokens, wherever it stands: these. */
  readonly anyOf: readonly string[] | undefined;
  /** Nothing is asked for but the beginning of a word that is still being typed. */
  readonly isBeginning: boolean;
  readonly clauses: readonly Clause[];
  readonly marks: readonly FieldMarkable[];
  readonly expansions: readonly Expansion[];
  readonly complaints: readonly Complaint[];
}

export interface CompileOptions {
  readonly any: boolean;
  readonly aliases: boolean;
  readonly context: QueryContext;
}

/** Translates a query into an FTS5 expression, conditions, and what is marked in the texts. */
export function compileQuery(
  query: Query,
  tools: FilterTools,
  { any, aliases, context }: CompileOptions,
): Compiled {
  const filters = compileFilters(query, tools, context);
  const asked: TextTerm[] = [];
  const unwanted: string[] = [];
  const take = (term: Term): void => {
    if (term.kind === "filter") return;
    if (term.isNegated) unwanted.push(expressTerm(term, tools).fts);
    else asked.push(term);
  };
  query.terms.forEach(take);
  for (const { text, ...place } of filters.unreadable)
    plainTerms(text, { ...place, isUnfinished: false }).forEach(take);
  const wanted = searched(asked);
  const hasNames = aliases && tools.known.longest > 0;
  const runs = hasNames ? findNamedRuns(wanted, tools.known) : [];
  const parts = wantedParts(wanted, runs, tools);
  const needed = any ? parts : distinct(parts);
  const sought = needed.map(({ fts }) => fts).join(any ? " OR " : " AND ");
  const excluded = unwanted.join(" OR ");
  const hasNeeded = parts.length > 0;
  const clauses =
    hasNeeded || excluded === "" || filters.isOnlyExcluding
      ? filters.clauses
      : [...filters.clauses, not(matching(excluded))];
  return {
    fts: !hasNeeded
      ? undefined
      : excluded === ""
        ? sought
        : `(${sought}) NOT (${excluded})`,
    anyOf:
      clauses.length === 0 && excluded === "" && (any || needed.length === 1)
        ? anyOf(needed)
        : undefined,
    isBeginning:
      clauses.length === 0 && excluded === "" && isBeingTyped(wanted),
    clauses,
    marks: [...parts.flatMap(({ marks }) => marks), ...filters.marks],
    expansions: runs.map(({ expansion }) => expansion),
    complaints: filters.complaints,
  };
}

interface Part {
  readonly fts: string;
  readonly anyOf: readonly string[] | undefined;
  readonly marks: readonly FieldMarkable[];
}

/** Without words too common to narrow a search, unless there are no others, and without a beginning too short to be asked for. */
function searched(terms: readonly TextTerm[]): TextTerm[] {
  const asked: TextTerm[] = [];
  const telling: TextTerm[] = [];
  for (const term of terms) {
    if (isTooShort(term)) continue;
    asked.push(term);
    const isTelling =
      term.kind !== "word" ||
      term.match === "fuzzy" ||
      !isStopWord(term.word.folded);
    if (isTelling) telling.push(term);
  }
  return telling.length > 0 ? telling : asked;
}

function isBeingTyped([term, ...others]: readonly TextTerm[]): boolean {
  return (
    others.length === 0 &&
    term?.kind === "word" &&
    term.isUnfinished &&
    term.field === undefined
  );
}

function isTooShort(term: TextTerm): boolean {
  return (
    term.kind === "word" &&
    term.isUnfinished &&
    term.word.folded.length < SHORTEST_BEGINNING &&
    !isUnspaced(term.word.plain)
  );
}

function wantedParts(
  terms: readonly TextTerm[],
  runs: readonly NamedRun[],
  tools: FilterTools,
): Part[] {
  const parts: Part[] = [];
  for (const [number, term] of terms.entries()) {
    const run = runs.find((each) => each.terms.includes(number));
    if (!run) {
      const expression = expressTerm(term, tools);
      const { fts, anyOf } = expression;
      const marks = [markable(expression, number, term)];
      parts.push({ fts, anyOf, marks });
    } else if (run.terms[0] === number) parts.push(runPart(run, terms, tools));
  }
  return parts;
}

/** What is required twice is required once. */
function distinct(parts: readonly Part[]): readonly Part[] {
  if (parts.length < 2) return parts;
  return [...new Map(parts.map((part) => [part.fts, part])).values()];
}

function anyOf(parts: readonly Part[]): readonly string[] | undefined {
  const tokens: string[] = [];
  for (const part of parts) {
    if (!part.anyOf) return undefined;
    tokens.push(...part.anyOf);
  }
  return tokens.length > 0 ? tokens : undefined;
}

function markable(
  { rows, distance }: Expression,
  number: number,
  term?: TextTerm,
): FieldMarkable {
  const mark = { term: number, rows };
  if (distance === undefined && term?.field === undefined) return mark;
  return {
    ...mark,
    ...(distance === undefined ? {} : { distance }),
    ...(term?.field === undefined ? {} : { field: term.field }),
  };
}

/** The words as typed, or any other name of the actor they name. */
function runPart(
  run: NamedRun,
  terms: readonly TextTerm[],
  tools: FilterTools,
): Part {
  const own = run.terms.flatMap((number) => {
    const term = terms[number];
    return term ? [{ number, expression: expressTerm(term, tools) }] : [];
  });
  const others = run.others.map(({ words }) => expressRow(words, tools));
  const typed = own.map(({ expression }) => expression.fts).join(" AND ");
  const term = run.terms[0] ?? 0;
  return {
    fts: `((${typed}) OR ${others.map(({ fts }) => fts).join(" OR ")})`,
    anyOf: undefined,
    marks: [
      ...own.map(({ number, expression }) =>
        markable(expression, number, terms[number]),
      ),
      ...others.map((expression) => ({
        ...markable(expression, term),
        actor: run.known.name,
      })),
    ],
  };
}
