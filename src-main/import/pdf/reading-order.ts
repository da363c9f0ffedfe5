import { splitAtGutter } from "./gutter";
import type { Line } from "./line";

/** Share of lines that stand above the one written before them from which the file's order is not that of reading. */
const JUMBLED = 0.2;
/** Lines of fewer letters on average are the words of a drawing, which has no order. */
const LEAST_LETTERS = 20;

/**
 * The lines of a page in reading order. The file's own order is kept where it goes down the page column by column, as
 * it nearly always does; otherwise columns are found by the gap between them. What is written across (at another angle
 * than `angle`, that of most of the page) comes last.
 */
export function inReadingOrder(lines: readonly Line[], angle: number): Line[] {
  const upright = lines.filter((line) => line.angle === angle);
  const across = lines.filter((line) => line.angle !== angle);
  return [...order(upright), ...across];
}

function order(lines: readonly Line[]): Line[] {
  const columns = splitAtGutter(lines);
  if (columns) return columns;
  if (isJumbled(lines)) return byHeight(lines);
  return edgesInPlace(lines);
}

function isJumbled(lines: readonly Line[]): boolean {
  let backward = 0;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (next && isAbove(next, line) && overlaps(next, line)) backward += 1;
  });
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return (
    backward >= 3 &&
    backward > JUMBLED * lines.length &&
    letters > LEAST_LETTERS * lines.length
  );
}

function isAbove(a: Line, b: Line): boolean {
  return a.baseline < b.baseline - 0.5 * b.size;
}

function overlaps(a: Line, b: Line): boolean {
  return Math.min(a.right, b.right) > Math.max(a.left, b.left);
}

/** From top to bottom, and from left to right (or right to left) on one height. */
export function byHeight(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => {
    if (Math.abs(a.baseline - b.baseline) > 0.3 * Math.max(a.size, b.size))
      return a.baseline - b.baseline;
    return a.isRtl && b.isRtl ? b.right - a.right : a.left - b.left;
  });
}

/** Where a page is cut into more stretches than this it is a drawing. */
const MOST_FLOWS = 100;

/** Headers and footers are often written before or after all else: what lies wholly above goes first, below last. */
function edgesInPlace(lines: readonly Line[]): Line[] {
  const flows = cutIntoFlows(lines);
  if (flows.length < 2 || flows.length > MOST_FLOWS) return [...lines];
  const heights = flows.map((flow) => {
    const downs = flow.map(({ baseline }) => baseline).sort((a, b) => a - b);
    return { flow, top: downs[0] ?? 0, bottom: downs.at(-1) ?? 0 };
  });
  const others = (flow: readonly Line[]) =>
    heights.filter((other) => other.flow !== flow);
  const isFirst = ({ flow, bottom }: (typeof heights)[number]): boolean =>
    flow.length <= 3 && others(flow).every(({ top }) => bottom < top);
  const isLast = ({ flow, top }: (typeof heights)[number]): boolean =>
    flow.length <= 3 && others(flow).every(({ bottom }) => top > bottom);
  return [
    ...heights.filter(isFirst),
    ...heights.filter((each) => !isFirst(each) && !isLast(each)),
    ...heights.filter(isLast),
  ].flatMap(({ flow }) => flow);
}

/** Stretches of lines that go down the page. */
function cutIntoFlows(lines: readonly Line[]): Line[][] {
  const flows: Line[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before || isAbove(line, before)) flows.push([]);
    flows.at(-1)?.push(line);
  });
  return flows;
}
