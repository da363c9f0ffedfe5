import { joinLines, type Vocabulary } from "./join-lines";
import { endsSentence, readItemStart } from "./line-kinds";
import type { Line } from "./lines";
import { isFull } from "./layout";
import type { Piece } from "./piece";
import type { Setting } from "./setting";

type ShapeText = (lines: readonly Line[]) => readonly Piece[];

/** Lines between an item and the next. */
const FARTHEST = 40;

/** Tells whether a list begins in these lines: at the first, or after one that may end a sentence. */
export function startsList(lines: readonly Line[]): boolean {
  return lines.some((_, index) => beginsItem(lines, index));
}

/** Makes items of the lines that begin with a bullet or a number; `shapeText` makes blocks of those before the first. */
export function shapeList(
  lines: readonly Line[],
  setting: Setting,
  shapeText: ShapeText,
): Piece[] {
  const runs: Line[][] = [[]];
  lines.forEach((line, index) => {
    if (beginsItem(lines, index)) runs.push([line]);
    else runs.at(-1)?.push(line);
  });
  const [lead = [], ...items] = runs;
  return [
    ...(lead.length > 0 ? shapeText(lead) : []),
    ...items.flatMap((item) => shapeItem(item, setting, shapeText)),
  ];
}

/** A dash at the beginning of a line may as well be one inside a sentence that was broken there. */
function beginsItem(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const start = line && readItemStart(line.text);
  if (!line || !start) return false;
  const before = lines[index - 1];
  if (!before || readItemStart(before.text)?.sign === start.sign) return true;
  if (endsSentence(before.text) || /;(?: and| or)?$/u.test(before.text))
    return true;
  const earlier = lines.slice(Math.max(0, index - FARTHEST), index);
  return earlier.some((other) => {
    const sign = readItemStart(other.text);
    if (!sign) return false;
    if (start.number !== undefined) return sign.number === start.number - 1;
    // Its lines hang, or it ends as items of one sentence do.
    return (
      sign.sign === start.sign &&
      other.indent === line.indent &&
      (before.indent > line.indent || /,$|\b(?:and|or)$/u.test(before.text))
    );
  });
}

function shapeItem(
  lines: readonly Line[],
  setting: Setting,
  shapeText: ShapeText,
): Piece[] {
  const own = lines.findIndex((line, index) =>
    leavesItem(lines, index, line, setting.layout.width),
  );
  if (own < 0) return [itemPiece(lines, setting.words)];
  return [
    itemPiece(lines.slice(0, own), setting.words),
    ...shapeText(lines.slice(own)),
  ];
}

/** A line at the margin after a short line that ended a sentence is no longer part of the item. */
function leavesItem(
  lines: readonly Line[],
  index: number,
  line: Line,
  width: number | undefined,
): boolean {
  const [first, before] = [lines[0], lines[index - 1]];
  return (
    first !== undefined &&
    before !== undefined &&
    line.indent <= first.indent &&
    /^["“(]*\p{Lu}/u.test(line.text) &&
    (width === undefined ||
      (/[.!?]["'”’)\]]*$/u.test(before.text) &&
        !isFull(before, line, width, width * 0.2)))
  );
}

function itemPiece(lines: readonly Line[], words: Vocabulary): Piece {
  const [first, ...rest] = lines;
  const start = first && readItemStart(first.text);
  const bare = first
    ? [{ ...first, text: first.text.slice(start?.length ?? 0) }, ...rest]
    : [];
  const number = start?.number;
  return {
    kind: "list-item",
    level: 1,
    lines,
    ...joinLines(bare, words),
    ...(number === undefined ? {} : { number }),
  };
}
