import { endOf, startOf, type Flow } from "./flow";
import { edgeFor, isVerse, reachesEdge } from "./line-edges";
import type { Line } from "./line";
import { markerOf } from "./paragraph";
import { listMarker } from "./list-marker";
import { endsInHyphen, endsSentence, hasLeader, startsLower } from "./sentence";
import { isContentsLine } from "./tables";
import type { Typography } from "./typography";

/** How a line stands to the lines above it: it continues them, continues them on a line of its own, or begins anew. */
export type Relation = "continues" | "breaks" | "begins";

/** Lines further apart than this many leadings are two paragraphs. */
const GAP = 1.32;
/** Shifts of a line's beginning from this many sizes on are meant. */
const SHIFT = 0.5;

/** Tells how a line stands to a paragraph's lines, which are the ones above it in the flow. */
export function relate(
  own: readonly Line[],
  line: Line,
  flow: Flow,
  typography: Typography,
): Relation {
  const last = own.at(-1) as Line;
  if (!couldContinue(last, line, typography)) return "begins";
  const edge = edgeFor(last, flow);
  const isFull = reachesEdge(last, line, edge);
  const goesOn =
    endsInHyphen(last.text) ||
    (!endsSentence(last.text) && startsLower(line.text));
  if (isContentsLine(last) || hasLeader(line.text)) return "begins";
  if (beginsItem(own, line, isFull)) return "begins";
  if (isTaggedApart(last, line)) return "begins";
  if (goesOn && (isFull || fills(last, edge))) return "continues";
  const tagged = byTag(last, line);
  if (tagged) return tagged === "continues" && !isFull ? "breaks" : tagged;
  return byPlace(own, line, flow, isFull);
}

function couldContinue(
  last: Line,
  line: Line,
  typography: Typography,
): boolean {
  const tall = Math.max(last.size, line.size);
  const distance = line.baseline - last.baseline;
  return (
    Math.abs(last.size - line.size) <= 0.09 * tall &&
    distance > 0.4 * line.size &&
    distance <= GAP * typography.leading(line.size) + 0.05 * line.size
  );
}

/** A bullet always begins an item; a number only where no sentence runs on into it. */
function beginsItem(
  own: readonly Line[],
  line: Line,
  isFull: boolean,
): boolean {
  const marker = listMarker(line.text);
  if (!marker) return false;
  const last = own.at(-1) as Line;
  const isOpen = isFull && !endsSentence(last.text);
  if (marker.kind === "bullet")
    return !isOpen || !/^[-–—]/u.test(line.text) || markerOf(own) !== undefined;
  const isSibling =
    markerOf(own) !== undefined &&
    Math.abs(startOf(own[0] as Line) - startOf(line)) < SHIFT * line.size;
  return !isOpen || isSibling;
}

/** A sentence that goes on after a line this full (of its column's width) is not verse. */
function fills(line: Line, edge: number): boolean {
  return endOf(line) - startOf(line) > 0.75 * (edge - startOf(line));
}

/** Items, cells, notes and headings are tagged one by one; what is tagged as a paragraph may be a single line. */
function isTaggedApart(last: Line, line: Line): boolean {
  return (
    last.tag !== undefined &&
    line.tag !== undefined &&
    last.tag.element !== line.tag.element &&
    [last, line].some(({ tag }) => tag && !/^(?:P|Artifact)$/u.test(tag.role))
  );
}

/** A tagged file says which lines are one paragraph, unless it tags every line. */
function byTag(last: Line, line: Line): "continues" | "begins" | undefined {
  if (!last.tag || !line.tag || last.tag.role === "Artifact") return undefined;
  return last.tag.element === line.tag.element ? "continues" : "begins";
}

function byPlace(
  own: readonly Line[],
  line: Line,
  flow: Flow,
  isFull: boolean,
): Relation {
  const last = own.at(-1) as Line;
  const shift = startOf(line) - startOf(last);
  const isOpen = !endsSentence(last.text);
  if (isCentred(last, line, flow)) return "breaks";
  if (Math.abs(shift) < SHIFT * line.size) {
    if (isFull && !isVerse(last, flow)) return "continues";
    // Among full lines a short one ends a paragraph; among short ones it is verse, or an address.
    const isFullNext =
      edgeFor(line, flow) - endOf(line) < line.size && flow.fullShare > 0.5;
    return isOpen && !isFullNext ? "breaks" : "begins";
  }
  if (own.length > 1) return "begins";
  // Of two lines, the second set in: an item hangs on its marker, an entry of a bibliography on its first line.
  if (shift > 0)
    return markerOf(own) || (isFull && isOpen) ? "continues" : "begins";
  return isFull ? "continues" : "begins";
}

/** Titles of several lines are often centred. */
function isCentred(last: Line, line: Line, flow: Flow): boolean {
  const middle = (each: Line): number => (each.left + each.right) / 2;
  return (
    Math.abs(middle(last) - middle(line)) < 0.5 * line.size &&
    Math.abs(startOf(line) - startOf(last)) >= SHIFT * line.size &&
    [last, line].every(
      (each) =>
        startOf(each) > flow.start + each.size ||
        endOf(each) < flow.end - each.size,
    )
  );
}
