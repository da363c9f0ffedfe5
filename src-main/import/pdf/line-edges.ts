import { endOf, farthestEnd, startOf, type Flow } from "./flow";
import type { Line } from "./line";
import { isUnspaced } from "./sentence";

/** So many lines on either side are looked at; so many, most of them full, show an edge of their own. */
const BESIDE = 10;
const SHOWING = 4;

/**
 * Where full lines near this one end: at the edge of the column, unless the lines that go on directly above and below
 * show another (a narrow column under a wide title, a stretch set in on both sides).
 */
export function edgeFor(line: Line, flow: Flow): number {
  const beside = linesBeside(line, flow);
  const edge = farthestEnd(beside);
  const full = beside.filter((other) => edge - endOf(other) < line.size);
  const isSetIn = startOf(line) > flow.start + 0.8 * line.size;
  const isShown =
    beside.length >= SHOWING && full.length >= 0.5 * beside.length;
  return isShown || (isSetIn && beside.length > 1 && full.length > 1)
    ? edge
    : flow.end;
}

/** The line and those that go on directly above and below it, beginning near where it begins. */
function linesBeside(line: Line, { lines, places }: Flow): Line[] {
  const at = places.get(line) ?? 0;
  const beside = [line];
  for (const step of [-1, 1])
    for (let i = at + step; Math.abs(i - at) <= BESIDE; i += step) {
      const [other, nearer] = [lines[i], lines[i - step]];
      if (!other || !nearer || !isBeside(other, nearer, line)) break;
      beside.push(other);
    }
  return beside;
}

function isBeside(other: Line, nearer: Line, line: Line): boolean {
  return (
    Math.abs(other.baseline - nearer.baseline) < 1.8 * line.size &&
    Math.abs(other.size - line.size) < 0.1 * line.size &&
    Math.abs(startOf(other) - startOf(line)) < 2.5 * line.size
  );
}

/** Whether the first word of the next line would not have fitted at this line's end. */
export function reachesEdge(last: Line, next: Line, edge: number): boolean {
  const room = edge - endOf(last);
  return room < firstWordWidth(next) + 0.2 * last.size;
}

function firstWordWidth(line: Line): number {
  const [first = ""] = line.text;
  // No line may begin with a closing sign: with it the letter before moves down.
  if (isUnspaced(first)) return 2 * line.size;
  const word = /^\S*/u.exec(line.text)?.[0] ?? "";
  const perLetter = (line.right - line.left) / Math.max(line.text.length, 1);
  return word.length * perLetter;
}

/** Of lines that end anywhere, the longest is not full either. */
export function isVerse(line: Line, flow: Flow): boolean {
  const beside = linesBeside(line, flow);
  const edge = farthestEnd(beside);
  const full = beside.filter((each) => edge - endOf(each) < 2 * line.size);
  return beside.length >= SHOWING && full.length < 0.3 * beside.length;
}
