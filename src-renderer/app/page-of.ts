import type { PageStart, TextRange } from "#domain/text/blocks";

/** The pages of the source a passage stands on: `p. 12`, `pp. 12–13`; `undefined` where it has no pages. */
export function pageOf(
  pages: readonly PageStart[],
  { start, end }: TextRange,
): string | undefined {
  const labelAt = (offset: number): string | undefined =>
    pages.findLast((page) => page.start <= offset)?.label;
  const [first, last] = [labelAt(start), labelAt(Math.max(start, end - 1))];
  if (first === undefined || last === undefined) return undefined;
  return first === last ? `p. ${first}` : `pp. ${first}–${last}`;
}
