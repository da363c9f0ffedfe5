import { mergeAccent } from "./accents";
import type { Fragment, Tag } from "./fragment";

/** Letters of a line that stand alike. */
export interface Run {
  readonly text: string;
  readonly shift: "none" | "superscript" | "subscript";
}

/** A stretch of a line set off by wide gaps, as a cell of a table is. */
export interface Cell {
  readonly left: number;
  readonly right: number;
  readonly text: string;
  readonly runs: readonly Run[];
}

/** One line of a page, in the writing's own frame (see `Fragment`). */
export interface Line {
  /** Index of the page, from 0. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Size and font of most of its letters. */
  readonly size: number;
  readonly font: string;
  /** Whether all its letters share that font. */
  readonly isOneFont: boolean;
  readonly angle: number;
  readonly isRtl: boolean;
  readonly text: string;
  /** At least one; spaces lie inside cells, never between. */
  readonly cells: readonly Cell[];
  readonly tag?: Tag;
}

/** Gaps from this many times the size on set cells apart. Justified text stays below 0.6. */
const CELL_GAP = 1.6;
/** Smaller gaps than this many times the size are kerning, not a space. */
const WORD_GAP = 0.15;

/** Makes one line of fragments that lie on it, in reading order. They must hold at least one letter. */
export function makeLine(page: number, fragments: readonly Fragment[]): Line {
  const inked = fragments.filter((fragment) => fragment.text.trim() !== "");
  const main = mostWritten(inked, (fragment) => Math.round(fragment.size * 4));
  const onMain = inked.filter(({ size }) => Math.round(size * 4) === main);
  const first = onMain[0] ?? inked[0];
  if (!first) throw new Error("A line without letters");
  const [size, baseline] = [first.size, first.baseline];
  const cells = cutIntoCells(inOrder(fragments), size).map((cell) =>
    makeCell(cell, size, baseline),
  );
  const tag = inked.find((fragment) => fragment.tag)?.tag;
  const font = mostWritten(inked, (fragment) => fragment.font);
  return {
    page,
    left: Math.min(...inked.map((fragment) => fragment.left)),
    right: Math.max(...inked.map((fragment) => fragment.right)),
    baseline,
    size,
    font,
    isOneFont: inked.every(
      (fragment) => fragment.font === font || !/\p{L}/u.test(fragment.text),
    ),
    angle: first.angle,
    isRtl: isMostlyRtl(inked),
    text: cells.map((cell) => cell.text).join(" "),
    cells,
    ...(tag ? { tag } : {}),
  };
}

/** The value that most letters have. */
function mostWritten<Value>(
  fragments: readonly Fragment[],
  of: (fragment: Fragment) => Value,
): Value {
  const letters = new Map<Value, number>();
  for (const fragment of fragments) {
    const value = of(fragment);
    letters.set(value, (letters.get(value) ?? 0) + fragment.text.length);
  }
  const ranked = [...letters].sort((a, b) => b[1] - a[1]);
  return (ranked[0] as [Value, number])[0];
}

function isMostlyRtl(fragments: readonly Fragment[]): boolean {
  let balance = 0;
  for (const { isRtl, text } of fragments)
    balance += isRtl ? text.length : -text.length;
  return balance > 0;
}

/**
 * Fragments in the order they are read. pdf.js orders the letters inside a fragment; in a line from right to left the
 * fragments themselves may come in either order, and stretches from left to right inside it keep theirs.
 */
function inOrder(fragments: readonly Fragment[]): readonly Fragment[] {
  const inked = fragments.filter(({ text }) => text.trim() !== "");
  if (!isMostlyRtl(inked)) {
    const isInOrder = inked.every((each, index) => {
      const before = inked[index - 1];
      return !before || each.left > before.left - each.size;
    });
    return isInOrder ? fragments : [...inked].sort((a, b) => a.left - b.left);
  }
  const fromRight = [...fragments].sort((a, b) => b.right - a.right);
  const ordered: Fragment[] = [];
  let foreign: Fragment[] = [];
  for (const fragment of fromRight) {
    if (!fragment.isRtl && /\p{L}|\p{N}/u.test(fragment.text)) {
      foreign.unshift(fragment);
      continue;
    }
    ordered.push(...foreign, fragment);
    foreign = [];
  }
  return [...ordered, ...foreign];
}

function cutIntoCells(
  fragments: readonly Fragment[],
  size: number,
): Fragment[][] {
  const cells: Fragment[][] = [];
  let last: Fragment | undefined;
  for (const fragment of fragments) {
    const isSpace = fragment.text.trim() === "";
    if (!isSpace && (!last || gapBetween(last, fragment) > CELL_GAP * size))
      cells.push([]);
    cells.at(-1)?.push(fragment);
    if (!isSpace) last = fragment;
  }
  return cells;
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
  const inked = fragments.filter(({ text }) => text.trim() !== "");
  const tail = runs.at(-1);
  if (tail) tail.text = tail.text.trimEnd();
  return {
    left: Math.min(...inked.map((fragment) => fragment.left)),
    right: Math.max(...inked.map((fragment) => fragment.right)),
    text: runs.map((run) => run.text).join(""),
    runs,
  };
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
