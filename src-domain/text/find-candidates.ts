import { alignPattern } from "./align";
import type { Skeleton } from "./skeleton";

/** A stretch of a text's letters that may be the passage sought. */
export interface Candidate {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Letters inserted, missing or replaced. */
  readonly errors: number;
}

/** A quotation may differ from its passage in three letters of ten; beyond that it says something else. */
export const ERROR_BUDGET = 0.3;

/** A seed is long enough to be rare and short enough to lie between two changed words (words have about five letters). */
const SEED_LENGTH = 9;
/** A seed that stands so often tells no place from another. */
const COMMON_SEED = 60;
/** Places that are looked at closely; the best by the number of agreeing seeds. */
const MOST_PLACES = 24;
/** Longer quotations are aligned by their two ends: time grows with the square of the length. */
const LONGEST_ALIGNED = 700;
const LONG_END = 240;

/**
 * Stretches like the quotation: first all that have exactly its letters, then, by seeds that agree on a place, those
 * within the error budget. Seeds can miss a place where every nine letters differ; such a place is no longer the passage.
 */
export function findCandidates(
  skeleton: Skeleton,
  letters: string,
): Candidate[] {
  if (letters === "") return [];
  const equal = occurrences(skeleton.letters, letters, COMMON_SEED * 4).map(
    (from) => ({ from, to: from + letters.length, errors: 0 }),
  );
  if (letters.length < SEED_LENGTH) return equal;
  const like = placesBySeeds(skeleton.letters, letters, 0)
    .map((place) => alignAt(skeleton.letters, letters, place))
    .filter(({ errors }) => errors <= letters.length * ERROR_BUDGET);
  return withoutOverlaps([...equal, ...like]);
}

/**
 * Where the passage would begin if only its context counted: places with the letters before it or after it, whatever
 * stands between. They tell that a place is still there although its words were changed.
 */
export function findContexts(
  skeleton: Skeleton,
  {
    prefix,
    letters,
    suffix,
  }: { prefix: string; letters: string; suffix: string },
): number[] {
  const before = placesBySeeds(skeleton.letters, prefix, -prefix.length);
  const after = placesBySeeds(skeleton.letters, suffix, letters.length);
  return [...new Set([...before, ...after])];
}

/**
 * Where the quotation would begin, judged by each seed, gathered to places. `shift` is where `letters` begin, counted
 * from the beginning of the quotation.
 */
function placesBySeeds(text: string, letters: string, shift: number): number[] {
  const slack = Math.max(4, Math.ceil(letters.length * ERROR_BUDGET));
  const votes = new Map<number, { place: number; count: number }>();
  const step = Math.max(
    SEED_LENGTH,
    Math.ceil((letters.length - SEED_LENGTH) / 40),
  );
  for (let at = 0; at + SEED_LENGTH <= letters.length; at += step) {
    const seed = letters.slice(at, at + SEED_LENGTH);
    const found = occurrences(text, seed, COMMON_SEED);
    if (found.length === COMMON_SEED) continue;
    for (const each of found) {
      const place = each - at - shift;
      const bucket = Math.round(place / slack);
      const vote = votes.get(bucket) ?? { place, count: 0 };
      vote.count += 1;
      votes.set(bucket, vote);
    }
  }
  return [...votes.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_PLACES)
    .map(({ place }) => place);
}

function alignAt(text: string, letters: string, place: number): Candidate {
  if (letters.length > LONGEST_ALIGNED)
    return alignByEnds(text, letters, place);
  const slack = Math.max(6, Math.ceil(letters.length * ERROR_BUDGET * 1.5));
  const from = Math.max(0, place - slack);
  const window = text.slice(from, place + letters.length + slack);
  const { start, end, errors } = alignPattern(letters, window);
  return { from: from + start, to: from + end, errors };
}

function alignByEnds(text: string, letters: string, place: number): Candidate {
  const slack = Math.ceil(letters.length * ERROR_BUDGET);
  const headAt = Math.max(0, place - LONG_END);
  const head = alignPattern(
    letters.slice(0, LONG_END),
    text.slice(headAt, place + 2 * LONG_END),
  );
  const from = headAt + head.start;
  const tailAt = Math.max(from, from + letters.length - LONG_END - slack);
  const tail = alignPattern(
    letters.slice(-LONG_END),
    text.slice(tailAt, from + letters.length + slack),
  );
  const to = tailAt + tail.end;
  // Both ends speak for all of it, and what is missing or too much in between counts as well.
  const share = (head.errors + tail.errors) / (2 * LONG_END);
  const errors = Math.ceil(
    Math.max(
      share * letters.length,
      Math.abs(to - from - letters.length) + head.errors + tail.errors,
    ),
  );
  return { from, to, errors };
}

/** The better one of two that overlap is kept. */
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const each of [...candidates].sort((a, b) => a.errors - b.errors))
    if (
      each.to > each.from &&
      !kept.some((other) => each.from < other.to && other.from < each.to)
    )
      kept.push(each);
  return kept;
}

/** Starts of `part` in `text`, at most so many. */
function occurrences(text: string, part: string, most: number): number[] {
  const starts: number[] = [];
  for (
    let at = text.indexOf(part);
    at !== -1 && starts.length < most;
    at = text.indexOf(part, at + 1)
  )
    starts.push(at);
  return starts;
}
