import { isCfiSelector } from "#domain/cfi/cfi";
import type { Anchor, Selector } from "#domain/text/selectors";
import { describePassage } from "./describe-passage";
import type { ReadItem } from "./read-item";

/**
 * Selectors as they are kept. Those that lead to their passage only by their place in the source are described anew by
 * its text as well, so that the next reading needs no places; what another program wrote of the place stays beside it.
 */
export async function selectAnew(
  { structured, places, byText }: ReadItem,
  selectors: readonly Selector[],
  found: Anchor,
): Promise<readonly Selector[]> {
  if (found.state === "orphan") return selectors;
  const alone = byText.anchor(selectors);
  const isSame =
    alone.state !== "orphan" &&
    alone.start === found.start &&
    alone.end === found.end;
  if (isSame) return selectors;
  const { start, end } = found;
  const described = describePassage(structured, await places(), { start, end });
  return [
    ...described.filter((each) => !isCfiSelector(each)),
    ...selectors.filter(({ type }) => type === "FragmentSelector"),
  ];
}
