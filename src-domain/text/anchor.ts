import type { TextRange } from "./blocks";
import { anchorByLetters, LETTER_POSITION } from "./letter-position";
import { letterSumsOf, type LetterSums } from "./letter-sums";
import { findCandidates } from "./find-candidates";
import { judgeCandidates } from "./judge-candidates";
import { mayBeMovedAway } from "./moved-paragraph";
import { onlyWhole } from "./only-whole";
import type {
  Anchor,
  FragmentSelector,
  Selector,
  TextPositionSelector,
  TextQuoteSelector,
} from "./selectors";
import {
  letterAt,
  lettersOf,
  rangeOfLetters,
  skeletonOf,
  type Skeleton,
} from "./skeleton";
import { soughtLetters } from "./sought-letters";
import { withEdges } from "./with-edges";

/** Letters of context kept on each side of a quotation. */
export const CONTEXT_LENGTH = 32;

/** Below it letters say too little to judge a changed place by them. */
const FEWEST_LETTERS = 3;

/** Finds where selectors lead in one text; what is worked out about the text is kept for the next selector. */
export interface Anchorer {
  anchor(selectors: readonly Selector[]): Anchor;
}

/**
 * Finds where selectors lead in a canonical text, as a pure function: at the described position, if the quotation and
 * its context stand there letter for letter (`exact`); else wherever the quotation stands, white space, punctuation and
 * some changed letters aside, if its context or its length leaves no doubt about the place (`moved`, or `exact` when no
 * position was described and nothing differs). Anything less is an orphan: a wrong place is worse than none.
 */
export function anchor(text: string, selectors: readonly Selector[]): Anchor {
  return createAnchorer(text).anchor(selectors);
}

/** For many selectors on one text. */
export function createAnchorer(text: string): Anchorer {
  let skeleton: Skeleton | undefined;
  let sums: LetterSums | undefined;
  return {
    anchor(selectors) {
      const quote = selectors.find(
        (each): each is TextQuoteSelector => each.type === "TextQuoteSelector",
      );
      const position = selectors.find(
        (each): each is TextPositionSelector =>
          each.type === "TextPositionSelector",
      );
      if (!quote)
        return position
          ? anchorByPosition(text, position)
          : { state: "orphan" };
      if (quote.exact === "") return { state: "orphan" };
      if (position && standsAsDescribed(text, quote, position))
        return { state: "exact", start: position.start, end: position.end };
      const only = position ? undefined : onlyVerbatim(text, quote);
      if (only) return { state: "exact", ...only };
      const letters = selectors.find(isLetterPosition);
      const proven =
        letters &&
        anchorByLetters((sums ??= letterSumsOf(text)), quote, letters);
      if (proven) {
        const range = withEdges(text, proven, quote.exact);
        return { state: stateOf(text, quote, position, range), ...range };
      }
      const found =
        lettersOf(quote.exact).length < FEWEST_LETTERS
          ? findVerbatim(text, quote)
          : findByLetters(
              text,
              (skeleton ??= skeletonOf(text)),
              quote,
              position,
            );
      if (!found) return { state: "orphan" };
      return { state: stateOf(text, quote, position, found), ...found };
    },
  };
}

/** Where no position was described, nothing has moved whose words are the same. */
function stateOf(
  text: string,
  quote: TextQuoteSelector,
  position: TextPositionSelector | undefined,
  { start, end }: TextRange,
): "exact" | "moved" {
  const isSame = text.slice(start, end) === quote.exact;
  return !position && isSame ? "exact" : "moved";
}

/** Describes a range by the two selectors that lead back to it. @throws RangeError for a range outside the text */
export function describe(
  text: string,
  range: TextRange,
): [TextQuoteSelector, TextPositionSelector] {
  const { start, end } = range;
  if (
    !Number.isInteger(start) ||
    !Number.isInteger(end) ||
    start < 0 ||
    end > text.length ||
    start >= end
  ) {
    throw new RangeError(
      `No such range in a text of ${text.length} units: ${start}-${end}`,
    );
  }
  return [
    {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
      suffix: text.slice(end, end + CONTEXT_LENGTH),
    },
    { type: "TextPositionSelector", start, end },
  ];
}

/** How many anchors are in each state; the three always add up to all. */
export function countAnchors(anchors: readonly Anchor[]): {
  exact: number;
  moved: number;
  orphan: number;
} {
  const counts = { exact: 0, moved: 0, orphan: 0 };
  for (const each of anchors) counts[each.state] += 1;
  return counts;
}

/** Every place where `exact` stands, overlapping ones included. */
export function findOccurrences(text: string, exact: string): number[] {
  const starts: number[] = [];
  if (exact === "") return starts;
  for (
    let at = text.indexOf(exact);
    at !== -1;
    at = text.indexOf(exact, at + 1)
  )
    starts.push(at);
  return starts;
}

function isLetterPosition(each: Selector): each is FragmentSelector {
  return (
    each.type === "FragmentSelector" && each.conformsTo === LETTER_POSITION
  );
}

function anchorByPosition(
  text: string,
  { start, end }: TextPositionSelector,
): Anchor {
  const isInside =
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    start < end &&
    end <= text.length;
  return isInside ? { state: "exact", start, end } : { state: "orphan" };
}

/** The one place where quotation and context stand letter for letter: most evidence, found without working out letters. */
function onlyVerbatim(
  text: string,
  quote: TextQuoteSelector,
): TextRange | undefined {
  const start = text.indexOf(quote.exact);
  if (start === -1 || text.indexOf(quote.exact, start + 1) !== -1)
    return undefined;
  return isContextual(text, quote, start)
    ? { start, end: start + quote.exact.length }
    : undefined;
}

/** A quotation of hardly any letters is sought letter for letter, with its context letter for letter. */
function findVerbatim(
  text: string,
  quote: TextQuoteSelector,
): TextRange | undefined {
  const starts = findOccurrences(text, quote.exact);
  const hasContext = Boolean(quote.prefix) || Boolean(quote.suffix);
  const fitting = hasContext
    ? starts.filter((start) => isContextual(text, quote, start))
    : starts;
  const [start] = fitting;
  return start === undefined || fitting.length > 1
    ? undefined
    : { start, end: start + quote.exact.length };
}

function findByLetters(
  text: string,
  skeleton: Skeleton,
  quote: TextQuoteSelector,
  position: TextPositionSelector | undefined,
): TextRange | undefined {
  const sought = soughtLetters(quote);
  const expected = position && letterAt(skeleton, position.start);
  const candidates = findCandidates(skeleton, sought.letters);
  const found =
    judgeCandidates(skeleton, candidates, sought, expected) ??
    (expected === undefined
      ? undefined
      : onlyWhole(skeleton, sought, expected));
  if (!found) return undefined;
  const range = withEdges(
    text,
    rangeOfLetters(skeleton, found.from, found.to),
    quote.exact,
  );
  return position && mayBeMovedAway(text, quote, position, range)
    ? undefined
    : range;
}

function standsAsDescribed(
  text: string,
  quote: TextQuoteSelector,
  { start, end }: TextPositionSelector,
): boolean {
  return (
    Number.isInteger(start) &&
    start >= 0 &&
    end === start + quote.exact.length &&
    text.startsWith(quote.exact, start) &&
    isContextual(text, quote, start)
  );
}

/** Tells whether the described text before and after stands there too; absent context fits everywhere. */
function isContextual(
  text: string,
  quote: TextQuoteSelector,
  start: number,
): boolean {
  const end = start + quote.exact.length;
  return (
    text.slice(0, start).endsWith(quote.prefix ?? "") &&
    text.startsWith(quote.suffix ?? "", end)
  );
}
