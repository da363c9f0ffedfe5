import { alignPattern } from "./align";
import { findContexts, type Candidate } from "./find-candidates";
import { FOUND_CONTEXT, judge, SHORT, type Judged } from "./judge-candidate";
import { nearLetters } from "./near-letters";
import { hasTwin, isLikeNear } from "./only-whole";
import type { Skeleton } from "./skeleton";
import {
  hasOneSide,
  hasTwoSides,
  isAtEdge,
  mean,
  sidesOf,
  type SoughtLetters,
} from "./sought-letters";

/**
 * The numbers below were set on saved pages with seeded changes (tests/unit/domain/text/anchoring.test.ts prints the
 * table): as many as possible found, under the condition that none is ever put in a wrong place.
 */
/** A place whose one side is this like it is still there, whatever was changed in and beside the passage. */
const STILL_THERE = 0.9;
/** A second candidate this near to the best makes both doubtful. */
const DOUBT = 0.35;
/** Words this much alike may be the passage itself with a word changed, whatever else is a better copy. */
const MAY_BE_IT = 0.75;
/** ... and all of its context is there. */
const WHOLE_CONTEXT = 1;
/** Equal copies are told apart by the position only if one is near to it, all others are not, and so many times farther. */
const FARTHER = 4;
/** So many letters of difference are a changed word beside the passage, more at both of its ends another place. */
const SHIFT = 8;
/** Longer quotations have no room to be taken for what stands beside them. */
const LONGEST_SHIFTED = 700;

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
  const isCopyOnly =
    isShaky(skeleton, chosen, sought, expected) ||
    isOneOfSeveral(chosen, judged, rivals, sought, expected) ||
    isOtherPlaceLikelier(skeleton, chosen, sought, expected);
  return isCopyOnly ? undefined : chosen.candidate;
}

/** Too far for a few words, or in a text that repeats itself there, or with the changed passage near to its old place. */
function isShaky(
  skeleton: Skeleton,
  chosen: Judged,
  sought: SoughtLetters,
  expected: number | undefined,
): boolean {
  const patience = hasOneSide(sought) ? 1 : 2;
  if (sought.letters.length < SHORT && isFar(chosen, expected, patience))
    return true;
  if (chosen.context < WHOLE_CONTEXT && isOverlapped(skeleton, chosen, sought))
    return true;
  if (isShifted(skeleton, chosen, sought)) return true;
  return (
    expected !== undefined &&
    (isFar(chosen, expected, 1) || hasTwin(skeleton, sought)) &&
    isLikeNear(skeleton, sought, expected, chosen.candidate)
  );
}

/** Another candidate may be the passage as well, moved with its paragraph or where it always was. */
function isOneOfSeveral(
  chosen: Judged,
  judged: readonly Judged[],
  rivals: readonly Judged[],
  sought: SoughtLetters,
  expected: number | undefined,
): boolean {
  const isShort = sought.letters.length < SHORT;
  const others = rivals.filter((each) => each !== chosen);
  if (isShort && others.length > 0 && !hasTwoSides(sought)) return true;
  if (others.some((each) => mayHaveMoved(each, chosen, isShort))) return true;
  return (
    isFar(chosen, expected, 1) &&
    isAtEdge(sought) &&
    judged.some((each) => each !== chosen && each.quoted >= chosen.quoted)
  );
}

/** Words that were changed may fit a few letters on, in rows that resemble each other; taken with its context they do not. */
function isShifted(
  { letters }: Skeleton,
  { candidate: { from, to, errors }, context }: Judged,
  { prefix, letters: quoted, suffix }: SoughtLetters,
): boolean {
  if (errors === 0 || context > STILL_THERE) return false;
  if (quoted.length > LONGEST_SHIFTED) return false;
  const [start, end] = [from - prefix.length, to + suffix.length];
  const first = Math.max(0, start - quoted.length);
  const whole = alignPattern(
    prefix + quoted + suffix,
    letters.slice(first, end + quoted.length),
  );
  const [before, after] = [
    first + whole.start - start,
    first + whole.end - end,
  ];
  return Math.min(before, after) > SHIFT || Math.max(before, after) < -SHIFT;
}

/** In a text like “list list list list” the same letters stand a few letters on, too. */
function isOverlapped(
  { letters }: Skeleton,
  { candidate: { from, to } }: Judged,
  { letters: quoted }: SoughtLetters,
): boolean {
  const around = letters.slice(
    Math.max(0, from - quoted.length + 1),
    to + quoted.length - 1,
  );
  return around.indexOf(quoted) !== around.lastIndexOf(quoted);
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
    !isFar(first.judged, expected, 1) && isFar(second.judged, expected, 3);
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
  return distance > patience * nearLetters(expected);
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
