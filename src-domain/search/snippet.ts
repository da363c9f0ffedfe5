import type { Mark, Snippet } from "./hit";
import type { MarkedStretch } from "./find-marks";
import type { TextRange } from "../text/blocks";

const WORDS_BEFORE = 8;
const WORDS_SHOWN = 32;

/**
 * Cuts the part of a text that shows most of the query: the window with most distinct terms, the earliest of equals.
 * `offset` is where `text` begins in the item's canonical text; what stands before `begin` (a heading) is left out.
 */
export function cutSnippet(
  text: string,
  words: readonly TextRange[],
  marks: readonly MarkedStretch[],
  offset: number,
  begin = 0,
): Snippet {
  const shown = marks.filter((mark) => mark.start >= begin);
  const first = words.findIndex((word) => word.start >= begin);
  const opening = first < 0 ? words.length : first;
  const best = shown.length > 0 ? bestWindow(shown) : opening;
  const from = Math.max(opening, best - WORDS_BEFORE);
  const start = from === opening ? begin : (words[from]?.start ?? begin);
  const last = words[from + WORDS_SHOWN];
  const end = last ? text.slice(0, last.start).trimEnd().length : text.length;
  return {
    text: text.slice(start, end),
    marks: shown
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => toMark(mark, start)),
    offset: offset + start,
    isCutBefore: start > begin,
    isCutAfter: last !== undefined,
  };
}

/** Where a passage goes on behind the heading it begins with; 0 without one. */
export function behindHeading(text: string, heading: string): number {
  const { length } = heading;
  const isThere =
    length > 0 &&
    text.startsWith(heading) &&
    /^(?:\s|$)/u.test(text.slice(length));
  return isThere ? text.length - text.slice(length).trimStart().length : 0;
}

/** A mark as it is shown; `start` is where the shown text begins. */
export function toMark(
  { start, end, actor }: MarkedStretch,
  offset: number,
): Mark {
  return {
    start: start - offset,
    end: end - offset,
    ...(actor === undefined ? {} : { actor }),
  };
}

function bestWindow(marks: readonly MarkedStretch[]): number {
  let [best, most] = [marks[0]?.word ?? 0, 0];
  marks.forEach(({ word }, index) => {
    const distinct = new Set<number>();
    for (const mark of marks.slice(index)) {
      if (mark.word >= word + WORDS_SHOWN - WORDS_BEFORE) break;
      distinct.add(mark.term);
    }
    if (distinct.size > most) [best, most] = [word, distinct.size];
  });
  return best;
}
