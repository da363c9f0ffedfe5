import type { TextRange } from "./blocks";
import { isFollowedBy, isPrecededBy } from "./context-letters";
import {
  offsetOfLetter,
  sumAt,
  sumBetween,
  type LetterSum,
  type LetterSums,
} from "./letter-sums";
import type { FragmentSelector, TextQuoteSelector } from "./selectors";
import { lettersOf } from "./skeleton";

/** Names the syntax below, as W3C Web Annotation asks of a fragment selector (section 4.2.1). */
export const LETTER_POSITION = "urn:aide:letter-position";

/** Fewer unchanged letters on one side alone prove nothing. */
const FEWEST_LETTERS = 64;
const SYNTAX =
  /^letters=(\d{1,10}),(\d{1,10}),(\d{1,10})&before=([0-9a-f]{16})&after=([0-9a-f]{16})$/u;

/**
 * Describes a range by its letters: how many letters stand before its beginning, before its end and in all of the text,
 * with a fingerprint of those before it and of those after it. Letters are those of a skeleton, so the description
 * outlasts any change of white space, punctuation and case, and says which of two equal passages is meant.
 */
export function describeByLetters(
  sums: LetterSums,
  { start, end }: TextRange,
): FragmentSelector {
  const [before, upTo] = [sumAt(sums, start), sumAt(sums, end)];
  const after = sumBetween(upTo, sums.all);
  const letters = [before, upTo, sums.all].map((each) => each.letters).join();
  return {
    type: "FragmentSelector",
    conformsTo: LETTER_POSITION,
    value: `letters=${letters}&before=${fingerprint(before)}&after=${fingerprint(after)}`,
  };
}

/**
 * The place with just as many letters before it, the very same ones, or just as many after it, with the quotation's
 * letters there: no likeness is weighed, so it holds for passages that stand twice too. Where only one side is unchanged,
 * the context on the other side has to be there letter for letter; else a passage that was moved away, or left out,
 * could be taken for its neighbour.
 */
export function anchorByLetters(
  sums: LetterSums,
  quote: TextQuoteSelector,
  described: FragmentSelector,
): TextRange | undefined {
  const read = SYNTAX.exec(described.value);
  if (described.conformsTo !== LETTER_POSITION || !read) return undefined;
  const [start = 0, end = 0, all = 0] = read.slice(1, 4).map(Number);
  const [before, after] = read.slice(4);
  const length = end - start;
  if (length <= 0 || lettersOf(quote.exact).length !== length) return undefined;
  for (const from of new Set([start, sums.all.letters - all + start])) {
    const range = rangeAt(sums, from, length);
    if (!range) continue;
    const { text } = sums;
    if (
      lettersOf(text.slice(range.start, range.end)) !== lettersOf(quote.exact)
    )
      continue;
    const head = sumAt(sums, range.start);
    const tail = sumBetween(sumAt(sums, range.end), sums.all);
    const isHead = fingerprint(head) === before && head.letters === start;
    const isTail = fingerprint(tail) === after && tail.letters === all - end;
    if (isHead && isTail) return range;
    if (
      isHead &&
      start >= FEWEST_LETTERS &&
      isFollowedBy(text, range.end, quote.suffix)
    )
      return range;
    if (
      isTail &&
      all - end >= FEWEST_LETTERS &&
      isPrecededBy(text, range.start, quote.prefix)
    )
      return range;
  }
  return undefined;
}

function rangeAt(
  sums: LetterSums,
  from: number,
  length: number,
): TextRange | undefined {
  const start = offsetOfLetter(sums, from);
  const last = offsetOfLetter(sums, from + length - 1);
  if (start === undefined || last === undefined) return undefined;
  const size = (sums.text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return { start, end: last + size };
}

function fingerprint({ first, second }: LetterSum): string {
  return [first, second]
    .map((each) => each.toString(16).padStart(8, "0"))
    .join("");
}
