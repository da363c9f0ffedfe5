import { toRoman, type EdgeNumber } from "./page-number";

/** Printed numbers serve as labels when they cover at least this share of the pages. */
const COVERED = 0.6;

/**
 * What each page is called: by the file's own labels; else by the numbers printed on the pages, gaps filled by counting
 * on; else counted from 1. A page outside the printed numbers gets its place in square brackets, as citations do.
 */
export function labelPages(
  count: number,
  own: readonly string[] | null,
  printed: ReadonlyMap<number, EdgeNumber>,
): string[] {
  const pages = Array.from({ length: count }, (_, index) => index);
  if (own?.length === count && own.some((label) => label.trim() !== ""))
    return pages.map((index) => own[index]?.trim() || `[${index + 1}]`);
  if (printed.size < COVERED * count)
    return pages.map((index) => String(index + 1));
  const known = [...printed.keys()].sort((a, b) => a - b);
  return pages.map((index) => {
    const number = printed.get(index) ?? counted(index, known, printed);
    return number?.text ?? `[${index + 1}]`;
  });
}

/** The number a page without one has after the nearest page with one; before the first one it counts back. */
function counted(
  index: number,
  known: readonly number[],
  printed: ReadonlyMap<number, EdgeNumber>,
): { readonly text: string } | undefined {
  const from = known.findLast((page) => page < index) ?? known[0];
  const number = from === undefined ? undefined : printed.get(from);
  if (from === undefined || !number) return undefined;
  const value = number.value + index - from;
  if (value < 1) return undefined;
  return { text: number.kind === "roman" ? toRoman(value) : String(value) };
}
