import type { Memory } from "#domain/study/memory";
import { studyDayOf } from "#domain/study/study-day";
import { parseQuery } from "#domain/search/parse-query";
import type { FilterTerm } from "#domain/search/query";
import { queryWords } from "#domain/search/query-words";
import type { QueryContext } from "./protocol";
import { cardFilterKey } from "./query/card-filter-key";

const DAY_MS = 86_400_000;

/** What main knows and the search process does not. */
export interface ContextSources {
  readonly collections: () => Iterable<{
    readonly title: string;
    readonly items: () => Iterable<string>;
  }>;
  readonly memories: () => ReadonlyMap<string, Memory>;
  readonly now: number;
  /** Local time minus UTC. */
  readonly offsetMinutes: number;
}

/** Answers the filters of a query that only main can: which items lie in a collection, and which cards are due or were forgotten. */
export function queryContext(
  text: string,
  sources: ContextSources,
): QueryContext {
  const places: [string, readonly string[]][] = [];
  const cards: [string, readonly string[]][] = [];
  for (const term of parseQuery(text).terms) {
    if (term.kind !== "filter") continue;
    const { value } = term;
    if (value.field === "in")
      places.push([value.text, itemsIn(value.text, sources)]);
    else if (value.field === "due" || value.field === "forgotten")
      cards.push([cardFilterKey(text, term), filterCards(value, sources)]);
  }
  return { places, cards };
}

function itemsIn(name: string, { collections }: ContextSources): string[] {
  const words = queryWords(name).map(({ folded }) => folded);
  if (words.length === 0) return [];
  const found = [...collections()].filter(({ title }) => {
    const own = queryWords(title).map(({ folded }) => folded);
    return words.every((word) => own.some((each) => each.startsWith(word)));
  });
  return [...new Set(found.flatMap(({ items }) => [...items()]))];
}

export type CardFilter = Extract<
  FilterTerm["value"],
  { field: "due" | "forgotten" }
>;

/** Ids of the cards that are due by then, or were forgotten so often. */
export function filterCards(
  value: CardFilter,
  sources: Pick<ContextSources, "memories" | "now" | "offsetMinutes">,
): string[] {
  const isWanted =
    value.field === "forgotten"
      ? ({ lapses }: Memory) => lapses >= value.times
      : ({ dueAt }: Memory) => dueAt <= dueBy(value.by, sources);
  return [...sources.memories()]
    .filter(([, memory]) => isWanted(memory))
    .map(([id]) => id);
}

/** The last moment that counts, epoch milliseconds; days are study days. */
function dueBy(
  by: "now" | number | string,
  { now, offsetMinutes }: Pick<ContextSources, "now" | "offsetMinutes">,
): number {
  if (by === "now") return now;
  if (typeof by === "number")
    return studyDayOf(now, offsetMinutes).endsAt + by * DAY_MS;
  const noon = Date.parse(`${by}T12:00:00Z`) - offsetMinutes * 60_000;
  return studyDayOf(noon, offsetMinutes).endsAt;
}
