import type { TextRange } from "../text/blocks";
import type { Cfi, CfiPoint, CfiStep } from "./cfi";
import { findPart, walkDocument, type Walked } from "./follow-steps";
import { lettersBetween } from "./letters-between";
import type { SourcePosition } from "./source-order";
import type { SourcePlaces } from "./source-places";
import { fitsAssertion } from "./text-assertion";

/**
 * Where an EPUB CFI leads in the canonical text, by the steps and ids that it gives; ids correct the steps (section 3.5).
 * Of one place alone: the element or text that it leads to, or an empty range before the next letter. `undefined` where
 * steps, ids, offsets or asserted texts do not fit the book, and where there is no letter.
 */
export function findByCfi(
  text: string,
  places: SourcePlaces,
  { start, end }: Cfi,
): TextRange | undefined {
  const first = follow(places, start);
  if (!first) return undefined;
  if (!end) return findPlace(text, places, start, first);
  const last = follow(places, end);
  const from = last && placeOf(start, first);
  const to = last && placeOf(end, last);
  const range = from && to && lettersBetween(places, from, to);
  const isFit =
    range &&
    fitsAssertion(text, start, range.start) &&
    fitsAssertion(text, end, range.end);
  return isFit ? range : undefined;
}

function findPlace(
  text: string,
  places: SourcePlaces,
  point: CfiPoint,
  walked: Walked,
): TextRange | undefined {
  if (point.offset === undefined) {
    const { part, path } = walked;
    const whole = lettersBetween(places, walked.before, {
      part,
      // Behind an element is the text after it, behind a text the element after it.
      path: [...path.slice(0, -1), (path.at(-1) ?? 0) + 1],
      raw: walked.isElement ? 0 : -1,
    });
    return whole && fitsAssertion(text, point, whole.start) ? whole : undefined;
  }
  const place = placeOf(point, walked);
  const rest = place && lettersBetween(places, place, endOf(place));
  return rest && fitsAssertion(text, point, rest.start)
    ? { start: rest.start, end: rest.start }
    : undefined;
}

/** The end of the text that a place is in, or of the element right before it. */
function endOf({ part, path }: SourcePosition): SourcePosition {
  return {
    part,
    path: [...path.slice(0, -1), (path.at(-1) ?? 0) + 1],
    raw: -1,
  };
}

function follow(places: SourcePlaces, point: CfiPoint): Walked | undefined {
  const [packaged, within, further] = point.documents;
  // Steps through a further document lead into what is shown in a frame, which is not read.
  if (!packaged || !within || further) return undefined;
  const part = findPart(places, packaged);
  return part === undefined
    ? undefined
    : walkDocument(places, part, within.map(withoutText));
}

/** What is asserted of a text are its letters, and no id. */
function withoutText(step: CfiStep): CfiStep {
  return step.step % 2 === 0 ? step : { step: step.step };
}

/** One end of a range: into a text; before or behind an element only where it says which. */
function placeOf(
  { offset }: CfiPoint,
  { part, path, isElement, length }: Walked,
): SourcePosition | undefined {
  if (!isElement)
    return (offset ?? 0) <= length
      ? { part, path, raw: offset ?? 0 }
      : undefined;
  if (offset === 0) return { part, path, raw: -1 };
  if (offset !== 1) return undefined;
  return {
    part,
    path: [...path.slice(0, -1), (path.at(-1) ?? 0) + 1],
    raw: 0,
  };
}
