import { alignPattern } from "./align";
import type { Candidate } from "./find-candidates";
import { nearLetters } from "./near-letters";
import type { Skeleton } from "./skeleton";
import type { SoughtLetters } from "./sought-letters";

/** Fewer letters of context, both sides together, say too little. */
const FEWEST_CONTEXT = 16;
/** Longer quotations do not need this rule, and aligning them takes long. */
const LONGEST = 700;
/** A place that differs in more letters than this share is something else, whatever was changed in it. */
const CHANGED = 0.4;

/**
 * The one place that has all letters of a quotation and of its context, near to where it was described, while all that
 * is like it stands elsewhere. Two things could make such a place a mere copy of the passage, and both are ruled out:
 * the passage moved away with its paragraph (then its letters, and those of its context that lie in the same paragraph,
 * stand somewhere else), or words were changed in it (then something much like it stands near to the described place).
 */
export function onlyWhole(
  skeleton: Skeleton,
  sought: SoughtLetters,
  expected: number,
): Candidate | undefined {
  const { prefix, suffix } = sought;
  if (prefix.length + suffix.length < FEWEST_CONTEXT) return undefined;
  const at = skeleton.letters.indexOf(prefix + sought.letters + suffix);
  // What a moved paragraph takes along.
  const inner = sought.nearPrefix + sought.letters + sought.nearSuffix;
  if (at === -1 || standsTwice(skeleton.letters, inner)) return undefined;
  const from = at + prefix.length;
  if (Math.abs(from - expected) > nearLetters(expected)) return undefined;
  const found = { from, to: from + sought.letters.length, errors: 0 };
  return isLikeNear(skeleton, sought, expected, found) ? undefined : found;
}

/** Tells whether a quotation stands in the text more than once with all of its context. */
export function hasTwin(
  { letters }: Skeleton,
  { prefix, letters: quoted, suffix }: SoughtLetters,
): boolean {
  return standsTwice(letters, prefix + quoted + suffix);
}

function standsTwice(letters: string, part: string): boolean {
  const first = letters.indexOf(part);
  return first !== -1 && letters.indexOf(part, first + 1) !== -1;
}

/** Tells whether something like quotation and context stands near to the described letter, beside what was found. */
export function isLikeNear(
  { letters }: Skeleton,
  { prefix, letters: quoted, suffix }: SoughtLetters,
  expected: number,
  found: Pick<Candidate, "from" | "to">,
): boolean {
  // A few letters are like others anywhere.
  if (prefix.length + suffix.length < FEWEST_CONTEXT) return false;
  const head = quoted.slice(0, LONGEST);
  const whole = prefix + head + (head === quoted ? suffix : "");
  const [start, reach] = [expected - prefix.length, nearLetters(expected)];
  const [first, last] = [
    Math.max(0, start - reach),
    start + whole.length + reach,
  ];
  return [
    letters.slice(first, Math.min(last, found.from - prefix.length)),
    letters.slice(Math.max(first, found.to + suffix.length), last),
  ].some((window) => isLike(whole, window));
}

function isLike(whole: string, window: string): boolean {
  return (
    window.length >= whole.length * (1 - CHANGED) &&
    alignPattern(whole, window).errors <= whole.length * CHANGED
  );
}
