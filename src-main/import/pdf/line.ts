import { cutIntoCells } from "./cells";
import { extentOf } from "./extent";
import type { Fragment, Tag } from "./fragment";
import { inOrder, isMostlyRtl } from "./fragment-order";

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

/** Makes one line of fragments that lie on it, in reading order. They must hold at least one letter. */
export function makeLine(page: number, fragments: readonly Fragment[]): Line {
  const inked = fragments.filter((fragment) => fragment.text.trim() !== "");
  const main = mostWritten(inked, (fragment) => Math.round(fragment.size * 4));
  const onMain = inked.filter(({ size }) => Math.round(size * 4) === main);
  const first = onMain[0] ?? inked[0];
  if (!first) throw new Error("A line without letters");
  const [size, baseline] = [first.size, first.baseline];
  const cells = cutIntoCells(inOrder(fragments), size, baseline);
  const tag = inked.find((fragment) => fragment.tag)?.tag;
  const font = mostWritten(inked, (fragment) => fragment.font);
  return {
    page,
    ...extentOf(inked),
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
