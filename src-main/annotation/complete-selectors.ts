import { isCfiSelector } from "#domain/cfi/cfi";
import { describeByCfi } from "#domain/cfi/describe-by-cfi";
import type { SourcePlaces } from "#domain/cfi/source-places";
import { anchor } from "#domain/text/anchor";
import type { Selector } from "#domain/text/selectors";
import { lettersOf } from "#domain/text/skeleton";

/** Selectors with an EPUB CFI, where they had none and the very letters that they quote are found in the text. */
export function completeSelectors(
  text: string,
  places: SourcePlaces | undefined,
  selectors: readonly Selector[],
): readonly Selector[] {
  if (!places || selectors.some(isCfiSelector)) return selectors;
  const found = anchor(text, selectors);
  if (found.state === "orphan") return selectors;
  const quote = selectors.find(({ type }) => type === "TextQuoteSelector");
  const isQuoted =
    quote?.type === "TextQuoteSelector" &&
    lettersOf(text.slice(found.start, found.end)) === lettersOf(quote.exact);
  const cfi = isQuoted ? describeByCfi(places, found) : undefined;
  return cfi ? [...selectors, cfi] : selectors;
}
