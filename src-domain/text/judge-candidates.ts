import { alignPattern, likeness } from "./align";
import { findContexts, type Candidate } from "./find-candidates";
import type { TextQuoteSelector } from "./selectors";
import { lettersOf, type Skeleton } from "./skeleton";

/** A quotation with its context, as letters. */
export interface SoughtLetters {
  readonly letters: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The context as far as it lies in the same paragraph: a moved paragraph takes only this along. */
  readonly nearPrefix: string;
  readonly nearSuffix: string;
}

/** The letters of a selector. */
export function soughtLetters(quote: TextQuoteSelector): SoughtLetters {
  return {
    letters: lettersOf(quote.exact),
    prefix: lettersOf(quote.prefix ?? ""),
    suffix: lettersOf(quote.suffix ?? ""),
    nearPrefix: lettersOf(quote.prefix?.split("\n\n").at(-1) ?? ""),
    nearSuffix: lettersOf(quote.suffix?.split("\n\n")[0] ?? ""),
  };
}

/**
 * The numbers below were set on saved pages with seeded changes (tests/unit/domain/text/anchoring.test.ts prints the
 * table): as many as possible found, under the condition that none is ever put in a wrong place.
 */
/** Context of fewer letters tells nothing. */
const SHORTEST_CONTEXT = 4;
/** From this likeness on a side of the context counts as found: one changed word of five. */
const FOUND_CONTEXT = 0.7;
/** A place whose one side is this like it is still there, whatever was changed in and beside the passage. */
const STILL_THERE = 0.9;
/** Needed likeness of the quotation when all sides were found, one of two, or none. */
const WITH_ALL = 0.7;
const WITH_ONE = 0.8;
const WITH_NONE = 0.95;
/** A shorter quotation stands in many places: all of its context must be found. */
const SHORT = 16;
/** So many letters stand twice in a text by chance only in boilerplate. */
const LONG_ENOUGH = 48;
/** Shorter quotations without any context must stand there letter for letter. */
const LONG_WITHOUT_CONTEXT = 32;
/** A second candidate this near to the best makes both doubtful. */
const DOUBT = 0.35;
/** Words this much alike may be the passage itself with a word changed, whatever else is a better copy. */
const MAY_BE_IT = 0.75;
/** ... and all of its context is there. */
const WHOLE_CONTEXT = 1;
/** What was changed before a place may have moved it by so many letters, and by this share of the way to it. */
const NEAR_LETTERS = 24;
const NEAR_SHARE = 0.03;
/** Equal copies are told apart by the position only if one is near to it, all others are not, and so many times farther. */
const FARTHER = 4;

interface Judged {
  readonly candidate: Candidate;
  readonly score: number;
  /** Likeness of the words, and of the context. */
  readonly quoted: number;
  readonly bestSide: number;
  readonly context: number;
  readonly isAccepted: boolean;
}

/**
 * The one candidate that is the passage, or none: too unlike, without its context, or not to be told from another.
 * `expected` is the letter at which the passage was described to begin, where that is known.
 */
export function judgeCandidates(
  skeleton: Skeleton,
  candidates: readonly Candidate[],
  sought: SoughtLetters,
  expected: number | undefined,
): Candidate | undefined {
  const judged = candidates
    .map((candidate) => judge(skeleton, candidate, sought))
    .sort((a, b) => b.score - a.score);
  const [best] = judged;
  if (!best) return undefined;
  const rivals = judged.filter(
    (each) =>
      isRival(each, best) ||
      (each.isAccepted && isNearer(each, best, expected)),
  );
  const chosen = rivals.length === 1 ? best : nearest(rivals, expected);
  if (!chosen?.isAccepted) return undefined;
  const isShort = sought.letters.length < SHORT;
  if (isShort && isFar(chosen, expected, 2)) return undefined;
  const others = rivals.filter((each) => each !== chosen);
  if (isShort && others.length > 0 && !hasTwoSides(sought)) return undefined;
  if (others.some((each) => mayHaveMoved(each, chosen, isShort)))
    return undefined;
  return isOtherPlaceLikelier(skeleton, chosen, sought, expected)
    ? undefined
    : chosen.candidate;
}

/** Context on both sides says which of two copies is meant; on one side alone too little, for a few words. */
function hasTwoSides({ prefix, suffix }: SoughtLetters): boolean {
  return Math.min(prefix.length, suffix.length) >= SHORTEST_CONTEXT;
}

/**
 * The passage itself may stand elsewhere, and what was chosen only be like it: where the words are more alike, or, for a
 * few words, where they stand with all of one side of the context, as in a paragraph that was moved.
 */
function mayHaveMoved(each: Judged, chosen: Judged, isShort: boolean): boolean {
  if (each.quoted > chosen.quoted) return true;
  return (
    isShort && each.context < WHOLE_CONTEXT && each.bestSide >= STILL_THERE
  );
}

/** Nearly as good as the best, or with so much of words and context that it may be the passage, moved or changed. */
function isRival(each: Judged, best: Judged): boolean {
  return (
    best.score - each.score < DOUBT ||
    (each.quoted >= MAY_BE_IT && each.bestSide >= FOUND_CONTEXT)
  );
}

function isNearer(a: Judged, b: Judged, expected: number | undefined): boolean {
  if (expected === undefined) return false;
  const [here, there] = [a.candidate.from, b.candidate.from];
  return Math.abs(here - expected) < Math.abs(there - expected);
}

/** Of equal copies the one at the described place, if there is no doubt which that is. */
function nearest(
  rivals: readonly Judged[],
  expected: number | undefined,
): Judged | undefined {
  if (expected === undefined) return undefined;
  const whole = rivals.filter(({ context }) => context >= WHOLE_CONTEXT);
  if (whole.length === 1 && whole[0] && !isFar(whole[0], expected, 1))
    return whole[0];
  const byDistance = rivals
    .map((judged) => ({
      judged,
      distance: Math.abs(judged.candidate.from - expected),
    }))
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = byDistance;
  if (!first || !second) return first?.judged;
  const isOnlyOneNear =
    !isFar(first.judged, expected, 1) && isFar(second.judged, expected, 1);
  const isWhole = first.judged.context >= WHOLE_CONTEXT;
  return isOnlyOneNear &&
    isWhole &&
    second.distance >= FARTHER * Math.max(first.distance, 8)
    ? first.judged
    : undefined;
}

/** A few words far from where they were described are more likely other words than moved ones. */
function isFar(
  { candidate }: Judged,
  expected: number | undefined,
  patience: number,
): boolean {
  if (expected === undefined) return false;
  const distance = Math.abs(candidate.from - expected);
  return distance > patience * (NEAR_LETTERS + NEAR_SHARE * expected);
}

/**
 * Tells whether the passage's own place is still there with other words in it, and what was chosen is only a copy: a
 * place with all of the context that is nearer to the described position, or with more of the context.
 */
function isOtherPlaceLikelier(
  skeleton: Skeleton,
  { candidate, context }: Judged,
  sought: SoughtLetters,
  expected: number | undefined,
): boolean {
  const length = sought.letters.length;
  const slack = Math.max(8, length * 0.5);
  return findContexts(skeleton, sought).some((place) => {
    if (Math.abs(place - candidate.from) <= slack) return false;
    const sides = sidesOf(skeleton, place, place + length, sought, slack);
    if (Math.max(0, ...sides) < STILL_THERE || mean(sides) < FOUND_CONTEXT)
      return false;
    if (mean(sides) > context + 0.1) return true;
    return (
      expected !== undefined &&
      Math.abs(place - expected) < Math.abs(candidate.from - expected)
    );
  });
}

function judge(
  skeleton: Skeleton,
  candidate: Candidate,
  sought: SoughtLetters,
): Judged {
  const { from, to, errors } = candidate;
  const length = sought.letters.length;
  const quoted = 1 - errors / length;
  const sides = sidesOf(skeleton, from, to, sought, 0);
  const near = sidesOf(
    skeleton,
    from,
    to,
    { prefix: sought.nearPrefix, suffix: sought.nearSuffix },
    0,
  );
  const context = sides.length === 0 ? 0 : mean(sides);
  return {
    candidate,
    score: 2 * quoted + context,
    quoted,
    bestSide: Math.max(0, ...sides, ...near),
    context,
    isAccepted: isAccepted(quoted, length, sides),
  };
}

/** Likeness of the letters before and after a stretch to the context; sides that tell nothing are left out. */
function sidesOf(
  { letters }: Skeleton,
  from: number,
  to: number,
  { prefix, suffix }: Pick<SoughtLetters, "prefix" | "suffix">,
  slack: number,
): number[] {
  const sides: number[] = [];
  if (prefix.length >= SHORTEST_CONTEXT)
    sides.push(
      likeness(prefix, letters.slice(Math.max(0, from - prefix.length), from)),
    );
  if (suffix.length >= SHORTEST_CONTEXT)
    sides.push(
      slack === 0
        ? likeness(suffix, letters.slice(to, to + suffix.length))
        : likenessWithin(
            suffix,
            letters.slice(
              Math.max(from, Math.floor(to - slack)),
              Math.ceil(to + suffix.length + slack),
            ),
          ),
    );
  return sides;
}

function likenessWithin(pattern: string, window: string): number {
  return 1 - alignPattern(pattern, window).errors / pattern.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function isAccepted(
  quoted: number,
  length: number,
  sides: readonly number[],
): boolean {
  if (sides.length === 0)
    return quoted === 1 || (quoted >= 0.9 && length >= LONG_WITHOUT_CONTEXT);
  const found = sides.filter((side) => side >= FOUND_CONTEXT).length;
  if (found === sides.length) return quoted >= WITH_ALL;
  if (found > 0) return quoted >= WITH_ONE && length >= SHORT;
  return quoted >= WITH_NONE && length >= LONG_ENOUGH;
}
