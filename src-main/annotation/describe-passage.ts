import { describeByCfi } from "#domain/cfi/describe-by-cfi";
import type { SourcePlaces } from "#domain/cfi/source-places";
import { describe } from "#domain/text/anchor";
import type { StructuredText, TextRange } from "#domain/text/blocks";
import { describeByLetters } from "#domain/text/letter-position";
import type { Selector } from "#domain/text/selectors";
import { keptLetterSums } from "../library/kept-letter-sums";

/** All that leads back to a passage: its words, position and letters, the page it begins on, its place in a book's documents. */
export function describePassage(
  structured: StructuredText,
  places: SourcePlaces | undefined,
  range: TextRange,
): readonly Selector[] {
  const { text, pages = [] } = structured;
  const page = pages.findLast((each) => each.start <= range.start);
  const cfi = places && describeByCfi(places, range);
  return [
    ...describe(text, range),
    describeByLetters(keptLetterSums(structured), range),
    ...(page
      ? [{ type: "FragmentSelector" as const, value: `page=${page.label}` }]
      : []),
    ...(cfi ? [cfi] : []),
  ];
}
