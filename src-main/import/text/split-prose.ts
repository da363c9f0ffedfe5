import { filledShare, isFull, type Layout } from "./layout";
import { endsSentence, isKeyed, isVerse } from "./line-kinds";
import { marginOf, widest, type Line } from "./lines";

/** Tells whether the line breaks of a chunk only come from the width at which it was written. */
export function isWrappedProse(
  lines: readonly Line[],
  layout: Layout,
): boolean {
  if (lines.length < 2) return true;
  if (isKeyed(lines)) return false;
  const { width } = layout;
  const isFilled =
    width !== undefined && filledShare(lines, width, width * 0.12) >= 0.7;
  const verse = !layout.isAllCapitals && isVerse(lines);
  // Names and sentences may begin two or three full lines with capitals; more than that are verse.
  if (verse && (lines.length > 3 || !isFilled)) return false;
  if (isFilled) return true;
  const own = widest(lines);
  const isNarrowColumn =
    lines.length > 2 && own >= 40 && filledShare(lines, own, own * 0.08) >= 0.8;
  return isNarrowColumn || goesOnInEachLine(lines);
}

/** Prose broken by hand: each line takes up the sentence of the one before. */
function goesOnInEachLine(lines: readonly Line[]): boolean {
  return lines.every((line, index) => {
    const next = lines[index + 1];
    return (
      !next ||
      (/^(?:--?|[–—])?\s*\p{Ll}/u.test(next.text) &&
        !endsSentence(line.text) &&
        line.right - line.indent >= 30)
    );
  });
}

/**
 * Cuts the lines of wrapped prose at paragraphs that no blank line separates: at an indented line, and after a line
 * that ends a sentence with room to spare.
 */
export function splitProse(
  lines: readonly Line[],
  layout: Layout,
): (readonly Line[])[] {
  const paragraphs: Line[][] = [];
  const margin = marginOf(lines);
  const own = widest(lines);
  const width = layout.width === undefined ? own : Math.min(layout.width, own);
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const begins =
      before !== undefined &&
      endsSentence(before.text) &&
      (isIndented(line, before, margin, lines[index + 1]) ||
        endsShort(before, line, width));
    const open = paragraphs.at(-1);
    if (open && !begins) open.push(line);
    else paragraphs.push([line]);
  });
  return paragraphs;
}

function isIndented(
  line: Line,
  before: Line,
  margin: number,
  next: Line | undefined,
): boolean {
  return (
    line.indent >= margin + 2 &&
    before.indent <= margin + 1 &&
    (next === undefined ||
      next.indent <= margin + 1 ||
      next.indent === line.indent)
  );
}

function endsShort(before: Line, line: Line, width: number): boolean {
  return (
    width >= 40 &&
    !isFull(before, line, width, width * 0.15) &&
    /^["“‘'«(¿¡\d]*[\p{Lu}\d]/u.test(line.text)
  );
}
