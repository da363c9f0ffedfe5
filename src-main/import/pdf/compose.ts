import { endOf, farthestEnd, startOf } from "./flow";
import type { Note } from "./footnotes";
import { isSetIn } from "./gather-paragraphs";
import { reachesEdge } from "./line-edges";
import type { Line } from "./line";
import { textOf, type Paragraph, type TableRows } from "./paragraph";
import { endsInHyphen, endsSentence, startsLower } from "./sentence";

/** A piece of the finished text, in order. */
export type Piece = TextPiece | TableRows;

export interface TextPiece {
  readonly shape: "text";
  /** More than one where a paragraph goes on in another column or on another page. */
  readonly parts: readonly Paragraph[];
  readonly heading?: number;
  readonly note?: Note;
}

/** What is known of paragraphs by now. */
export interface Known {
  readonly headings: ReadonlyMap<Paragraph, number>;
  readonly notes: ReadonlyMap<Paragraph, Note>;
}

/** Puts the paragraphs of all pages in one row and joins those that go on in the next column or on the next page. */
export function compose(
  pages: readonly (readonly (Paragraph | TableRows)[])[],
  known: Known,
): Piece[] {
  const pieces: Piece[] = [];
  const setsIn = areParagraphsSetIn(pages.flat());
  /** Where the last paragraph of the text proper stands; only notes come after it. */
  let open: number | undefined;
  for (const each of pages.flat()) {
    if (each.shape === "table") {
      open = undefined;
      pieces.push(each);
      continue;
    }
    const heading = known.headings.get(each);
    const note = known.notes.get(each);
    const last = open === undefined ? undefined : pieces[open];
    if (heading === undefined && !note && last?.shape === "text") {
      const before = last.parts.at(-1);
      if (before && goesOn(before, each, setsIn)) {
        // Notes between the two halves come before both, so that they stay on their own page.
        pieces.splice(open as number, 1);
        open = pieces.push({ ...last, parts: [...last.parts, each] }) - 1;
        continue;
      }
    }
    pieces.push({
      shape: "text",
      parts: [each],
      ...(heading === undefined ? {} : { heading }),
      ...(note ? { note } : {}),
    });
    if (!note) open = heading === undefined ? pieces.length - 1 : undefined;
  }
  return pieces;
}

/** Whether first lines are usually set in, so that one which is not continues something. */
function areParagraphsSetIn(all: readonly (Paragraph | TableRows)[]): boolean {
  const long = all.filter(
    (each): each is Paragraph => each.shape === "text" && each.lines.length > 2,
  );
  return long.length > 5 && long.filter(isSetIn).length > 0.4 * long.length;
}

function goesOn(before: Paragraph, after: Paragraph, setsIn: boolean): boolean {
  const last = before.lines.at(-1) as Line;
  const first = after.lines[0] as Line;
  if (isDropCap(before, first)) return true;
  if (after.above !== Infinity) return false;
  if (Math.abs(last.size - first.size) > 0.06 * last.size) return false;
  if (last.angle !== first.angle || last.isRtl !== first.isRtl) return false;
  if (endsInHyphen(last.text) && startsLower(first.text)) return true;
  const edge = edgeOf(before);
  if (after.marker || !reachesEdge(last, first, edge)) return false;
  if (!endsSentence(last.text))
    return (
      startsLower(first.text) || (before.lines.length > 1 && !isSetIn(after))
    );
  // A sentence may end where the column does: then the look of the lines decides.
  if (after.lines.length < 2 || !beginsAtEdge(after)) return false;
  return setsIn || isJustifiedToTheEnd(before, edge);
}

/** Where full lines of a paragraph end: it may be narrower than its column. */
function edgeOf({ lines, end }: Paragraph): number {
  return lines.length < 3 ? end : farthestEnd(lines);
}

/** Lines of justified text all end at the edge but for the last of a paragraph, which hardly ever does. */
function isJustifiedToTheEnd({ lines }: Paragraph, edge: number): boolean {
  return (
    lines.length > 3 &&
    lines.every((line) => Math.abs(edge - endOf(line)) < 0.15 * line.size)
  );
}

function beginsAtEdge(after: Paragraph): boolean {
  const first = after.lines[0] as Line;
  return startOf(first) < after.start + 0.3 * first.size;
}

/** A large first letter belongs to the word after it. */
export function isDropCap(
  before: { readonly lines: readonly Line[] },
  first: Line,
): boolean {
  const [cap] = before.lines;
  return (
    cap !== undefined &&
    before.lines.length === 1 &&
    /^["“«]?\p{L}$/u.test(textOf(before)) &&
    cap.size > 1.6 * first.size
  );
}
