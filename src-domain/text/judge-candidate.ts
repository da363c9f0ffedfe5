import type { Candidate } from "./find-candidates";
import type { Skeleton } from "./skeleton";
import { mean, sidesOf, type SoughtLetters } from "./sought-letters";

/** From this likeness on a side of the context counts as found: one changed word of five. */
export const FOUND_CONTEXT = 0.7;
/** Needed likeness of the quotation when all sides were found, one of two, or none. */
const WITH_ALL = 0.7;
const WITH_ONE = 0.8;
const WITH_NONE = 0.95;
/** A shorter quotation stands in many places: all of its context must be found. */
export const SHORT = 16;
/** So many letters stand twice in a text by chance only in boilerplate. */
const LONG_ENOUGH = 48;
/** Shorter quotations without any context must stand there letter for letter. */
const LONG_WITHOUT_CONTEXT = 32;

/** A candidate with how much speaks for it. */
export interface Judged {
  readonly candidate: Candidate;
  readonly score: number;
  /** Likeness of the words, and of the context. */
  readonly quoted: number;
  readonly bestSide: number;
  readonly context: number;
  readonly isAccepted: boolean;
}

/** Weighs the words of a candidate, and what stands around it. */
export function judge(
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
