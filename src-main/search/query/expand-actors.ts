import type { Expansion } from "#domain/search/hit";
import type { QueryWord, Term, WordTerm } from "#domain/search/query";
import { queryWords } from "#domain/search/query-words";
import type { KnownName } from "../protocol";
import type { KnownIndex } from "./known-index";

/** Terms of a query that name an actor together: `terms` are their numbers. */
export interface NamedRun {
  readonly terms: readonly number[];
  readonly known: KnownName;
  /** The other names, as rows of words. */
  readonly others: readonly {
    readonly name: string;
    readonly words: readonly QueryWord[];
  }[];
  readonly expansion: Expansion;
}

/** Names of more than this many words are sentences, and nobody writes them in passing. */
const MOST_ALIASES = 24;

/** Finds runs of plain words, and phrases, that are a whole name of exactly one actor; the longest first. */
export function findNamedRuns(
  terms: readonly Term[],
  known: KnownIndex,
): NamedRun[] {
  const runs: NamedRun[] = [];
  for (let at = 0; at < terms.length;) {
    const run = longestRun(terms, at, known);
    if (run) runs.push(run);
    at += run?.terms.length ?? 1;
  }
  return runs;
}

function longestRun(
  terms: readonly Term[],
  at: number,
  known: KnownIndex,
): NamedRun | undefined {
  const first = terms[at];
  if (
    first?.kind === "phrase" &&
    !first.isNegated &&
    first.field === undefined
  ) {
    const actor = known.actorCalled(first.words.map(({ folded }) => folded));
    return actor && runOf([at], terms, first.words, actor);
  }
  const words: WordTerm[] = [];
  for (const term of terms.slice(at, at + known.longest)) {
    if (!isPlain(term)) break;
    words.push(term);
  }
  for (let count = words.length; count > 0; count -= 1) {
    const named = words.slice(0, count).map(({ word }) => word);
    const actor = known.actorCalled(named.map(({ folded }) => folded));
    if (actor)
      return runOf(
        named.map((_, index) => at + index),
        terms,
        named,
        actor,
      );
  }
  return undefined;
}

function isPlain(term: Term): term is WordTerm {
  return (
    term.kind === "word" &&
    !term.isNegated &&
    term.field === undefined &&
    (term.match === "whole" || term.isUnfinished)
  );
}

function runOf(
  numbers: readonly number[],
  terms: readonly Term[],
  typed: readonly QueryWord[],
  known: KnownName,
): NamedRun | undefined {
  const asTyped = typed.map(({ folded }) => folded).join(" ");
  const others = [known.name, ...known.aliases]
    .map((name) => ({ name, words: queryWords(name) }))
    .filter(
      ({ words }) =>
        words.length > 0 &&
        words.map(({ folded }) => folded).join(" ") !== asTyped,
    )
    .slice(0, MOST_ALIASES);
  if (others.length === 0) return undefined;
  const places = numbers.flatMap((number) => terms[number] ?? []);
  const expansion = {
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
    actor: known.id,
    name: known.name,
    aliases: others.map(({ name }) => name),
  };
  return { terms: numbers, known, others, expansion };
}
