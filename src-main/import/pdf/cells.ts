import { mergeAccent } from "./accents";
import { extentOf } from "./extent";
import type { Fragment } from "./fragment";
import type { Cell, Run } from "./line";

/** Gaps from this many times the size on set cells apart. Justified text stays below 0.6. */
const CELL_GAP = 1.6;
/** Smaller gaps than this many times the size are kerning, not a space. */
const WORD_GAP = 0.15;

/** Cuts the fragments of a line, in reading order, into cells. `size` and `baseline` are those of most of its letters. */
export function cutIntoCells(
  fragments: readonly Fragment[],
  size: number,
  baseline: number,
): Cell[] {
  return cutAtGaps(fragments, size).map((cell) =>
    makeCell(cell, size, baseline),
  );
}

function cutAtGaps(fragments: readonly Fragment[], size: number): Fragment[][] {
  const cells: Fragment[][] = [];
  let last: Fragment | undefined;
  for (const fragment of fragments) {
    const isSpace = fragment.text.trim() === "";
    if (!isSpace && (!last || isSetApart(last, fragment, size))) cells.push([]);
    cells.at(-1)?.push(fragment);
    if (!isSpace) last = fragment;
  }
  return cells;
}

function isSetApart(last: Fragment, next: Fragment, size: number): boolean {
  const gap = gapBetween(last, next);
  // A small number before a line counts the lines; those of notes stand close.
  const isLineNumber =
    /^\s*\d+\s*$/u.test(last.text) && last.size < 0.9 * next.size;
  return gap > (isLineNumber ? 0.8 : CELL_GAP) * size;
}

function gapBetween(a: Fragment, b: Fragment): number {
  return Math.max(b.left - a.right, a.left - b.right);
}

function makeCell(
  fragments: readonly Fragment[],
  size: number,
  baseline: number,
): Cell {
  const runs: { text: string; shift: Run["shift"] }[] = [];
  let last: Fragment | undefined;
  for (const fragment of fragments) {
    const shift = shiftOf(fragment, size, baseline);
    const before = runs.at(-1);
    const merged =
      before &&
      last &&
      fragment.left < last.right &&
      mergeAccent(before.text, fragment.text);
    if (merged) before.text = merged.before;
    const text = merged
      ? merged.after
      : before
        ? spaced(before.text, fragment.text, last, fragment, size)
        : fragment.text.trimStart();
    if (before && (merged || before.shift === shift)) before.text += text;
    else if (text !== "") {
      // A space before raised letters is not raised.
      const space = shift === "none" ? "" : (/^\s*/u.exec(text)?.[0] ?? "");
      if (before) before.text += space;
      runs.push({ text: text.slice(space.length), shift });
    }
    last = fragment;
  }
  lowerInsideWords(runs);
  const tail = runs.at(-1);
  if (tail) tail.text = tail.text.trimEnd();
  return {
    ...extentOf(fragments.filter(({ text }) => text.trim() !== "")),
    text: runs.map((run) => run.text).join(""),
    runs,
  };
}

/** Small raised letters inside a word are only a way to write it (the A of LaTeX's own name). */
function lowerInsideWords(
  runs: readonly { readonly text: string; shift: Run["shift"] }[],
): void {
  runs.forEach((run, at) => {
    const [before, after] = [runs[at - 1]?.text, runs[at + 1]?.text];
    if (/\p{L}$/u.test(before ?? "") && /^\p{L}+$/u.test(run.text))
      if (/^\p{L}/u.test(after ?? "")) run.shift = "none";
  });
}

/** Text to append, with one space where the page shows a gap and never two. */
function spaced(
  before: string,
  text: string,
  last: Fragment | undefined,
  next: Fragment,
  size: number,
): string {
  if (/\s$/u.test(before)) return text.trimStart();
  const isApart =
    last !== undefined &&
    text.trim() !== "" &&
    gapBetween(last, next) > WORD_GAP * size;
  return isApart && !/^\s/u.test(text) ? ` ${text}` : text;
}

function shiftOf(
  fragment: Fragment,
  size: number,
  baseline: number,
): Run["shift"] {
  const raised = baseline - fragment.baseline;
  if (fragment.size > 0.9 * size || fragment.text.trim() === "") return "none";
  if (raised > 0.15 * size) return "superscript";
  return raised < -0.08 * size ? "subscript" : "none";
}
