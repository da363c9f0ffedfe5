import { endsInAccent } from "./accents";
import type { Fragment } from "./fragment";
import { makeLine, type Line } from "./line";

/** Gathers the fragments of a page into lines, in the order the file writes them. */
export function gatherLines(
  page: number,
  fragments: readonly Fragment[],
): Line[] {
  const lines: Fragment[][] = [];
  let current: Fragment[] = [];
  for (const fragment of fragments) {
    const last = current.at(-1);
    if (last && isPrintedTwice(last, fragment)) continue;
    if (last && !continuesLine(current, last, fragment)) {
      lines.push(current);
      current = [];
    }
    current.push(fragment);
  }
  lines.push(current);
  return lines
    .filter((line) => line.some(({ text }) => text.trim() !== ""))
    .map((line) => makeLine(page, line));
}

/** So many fragments before one tell whether it goes on with their line. */
const NEAR = 8;

/** Bold letters are sometimes made by printing them twice, a hair apart. */
function isPrintedTwice(last: Fragment, next: Fragment): boolean {
  return (
    next.text === last.text &&
    next.text.trim() !== "" &&
    Math.abs(next.left - last.left) < 0.15 * last.size &&
    Math.abs(next.baseline - last.baseline) < 0.15 * last.size
  );
}

function continuesLine(
  line: readonly Fragment[],
  last: Fragment,
  next: Fragment,
): boolean {
  if (next.angle !== last.angle) return false;
  const inked = line.slice(-NEAR).filter(({ text }) => text.trim() !== "");
  const before = inked.at(-1) ?? last;
  const tall = Math.max(...inked.map(({ size }) => size), next.size);
  // Raised and lowered letters belong to the line; where pdf.js saw the line end, only a twin baseline does.
  const reach = last.endsLine ? 0.2 : next.size < 0.9 * tall ? 0.75 : 0.5;
  const offset = Math.min(
    ...inked.slice(-3).map((each) => Math.abs(each.baseline - next.baseline)),
    Math.abs(last.baseline - next.baseline),
  );
  if (offset > reach * tall) return false;
  if (next.text.trim() === "") return true;
  const overlap = endsInAccent(before.text) ? 0.9 : 0.4;
  const isBehind = next.left >= before.right - overlap * tall;
  const isAhead = next.right <= before.left + 0.4 * tall;
  return isBehind || (isAhead && (last.endsLine || next.isRtl || before.isRtl));
}
