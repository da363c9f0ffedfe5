import type { Chunk } from "./cut-chunks";
import { joinLines } from "./join-lines";
import { isFull, type Layout } from "./layout";
import { endsSentence, isKeyed, isRule, startsItem } from "./line-kinds";
import { marginOf, type Line } from "./lines";
import type { Piece } from "./piece";
import type { Setting } from "./setting";
import {
  isCapitals,
  recogniseHeading,
  recogniseUnderlined,
  type HeadingSigns,
} from "./recognise-heading";
import {
  isContentsList,
  isSetInColumns,
  keepColumns,
  readTabbedCells,
} from "./recognise-table";
import { shapeList, startsList } from "./shape-list";
import { isWrappedProse, splitProse } from "./split-prose";

/** A piece that may turn out to be no heading when its neighbours are known. */
export interface ShapedPiece extends Piece {
  readonly heading?: HeadingSigns;
}

/** Indents of this many columns beyond the ordinary set a block apart. */
const SET_APART = 3;
const LONG_LINE = 100;

/** Makes blocks of lines that stand together. */
export function shapeChunk(
  chunk: Chunk,
  setting: Setting,
  before: Piece | undefined,
): ShapedPiece[] {
  const pieces: ShapedPiece[] = [];
  let open: Line[] = [];
  const flush = (): void => {
    if (open.length > 0)
      for (const piece of shapeSegment(open, setting, pieces.at(-1) ?? before))
        pieces.push(piece);
    open = [];
  };
  for (let index = 0; index < chunk.length; index += 1) {
    const line = chunk[index] as Line;
    const under =
      open.length === 0 && recogniseUnderlined(line, chunk[index + 1]);
    if (under && line.quote === 0) {
      pieces.push(headingPiece([line], under, setting));
      index += 1;
    } else if (isRule(line.text) && !isInDrawing(chunk, index)) {
      flush();
      // A line over a title that is underlined as well is part of its frame.
      if (!recogniseUnderlined(chunk[index + 1] ?? line, chunk[index + 2]))
        pieces.push({ kind: "rule", text: "", pages: [], lines: [line] });
    } else open.push(line);
  }
  flush();
  return pieces;
}

function isInDrawing(chunk: Chunk, index: number): boolean {
  const around = [chunk[index - 1], chunk[index + 1]].filter(
    (line) => line !== undefined,
  );
  return around.some(({ text }) => /^[|+].*[|+]$/u.test(text));
}

function shapeSegment(
  lines: readonly Line[],
  setting: Setting,
  before: Piece | undefined,
): ShapedPiece[] {
  const [first] = lines;
  if (!first) return [];
  if (isContentsList(lines)) return [keptPiece("paragraph", lines, setting)];
  const rows = readTabbedCells(lines);
  if (rows && !isKeyed(lines)) return [tablePiece(lines, rows)];
  if (isSetInColumns(lines) && !isKeyed(lines) && !startsItem(first.text))
    return [columnsPiece(lines)];
  const heading = first.quote === 0 && headingOf(lines, setting.layout);
  if (heading) {
    const rest = lines.slice(heading.lineCount);
    const piece = headingPiece(
      lines.slice(0, heading.lineCount),
      heading,
      setting,
    );
    return [
      piece,
      ...(rest.length > 0 ? shapeSegment(rest, setting, piece) : []),
    ];
  }
  if (startsList(lines))
    return shapeList(lines, setting, (run) => shapeText(run, setting, before));
  return shapeText(lines, setting, before);
}

function headingOf(
  lines: readonly Line[],
  layout: Layout,
): (HeadingSigns & { readonly lineCount: number }) | undefined {
  const [first, second, ...others] = lines;
  if (!first) return undefined;
  const signs = recogniseHeading(first, layout);
  if (!signs) return undefined;
  if (!second) return { ...signs, lineCount: 1 };
  const bothCapitals = isCapitals(first.text) && isCapitals(second.text);
  const isOneTitle =
    others.length === 0 &&
    !startsItem(second.text) &&
    (signs.isOpen === true || (bothCapitals && !layout.isAllCapitals)) &&
    second.text.length <= 90;
  if (isOneTitle) return { ...signs, lineCount: 2 };
  // A heading may stand directly on its text where that is clearly of another kind.
  const isApart =
    (signs.level < 3 || signs.isCounted) &&
    !recogniseHeading(second, layout) &&
    !startsItem(first.text) &&
    isWrappedProse(lines.slice(1), layout) &&
    layout.width !== undefined &&
    !isFull(first, second, layout.width, layout.width * 0.2) &&
    second.right > layout.width * 0.7;
  return isApart ? { ...signs, lineCount: 1 } : undefined;
}

function shapeText(
  lines: readonly Line[],
  setting: Setting,
  before: Piece | undefined,
): ShapedPiece[] {
  const { layout } = setting;
  if (isWrappedProse(lines, layout)) {
    const kind = textKind(lines, layout, before);
    const isInItem = isUnderItem(lines, layout, before);
    return splitProse(lines, layout).map((paragraph) => ({
      ...textPiece(kind, paragraph, setting),
      ...(isInItem ? { isInItem } : {}),
    }));
  }
  const isUnwrapped = layout.width === undefined && areParagraphs(lines);
  if (isUnwrapped)
    return lines.flatMap((line) => shapeSegment([line], setting, before));
  return [keptPiece(textKind(lines, layout, before), lines, setting)];
}

/** In a text that was never wrapped, lines that are long, or sentences nearly all, are paragraphs. */
function areParagraphs(lines: readonly Line[]): boolean {
  const sentences = lines.filter(
    ({ text }) => endsSentence(text) && text.split(" ").length >= 7,
  );
  return (
    lines.some(({ right, indent }) => right - indent > LONG_LINE) ||
    sentences.length >= lines.length * 0.6
  );
}

/** A block whose line breaks are meant. */
export function keptPiece(
  kind: "paragraph" | "quotation",
  lines: readonly Line[],
  setting: Setting,
): ShapedPiece {
  return {
    ...textPiece(kind, lines, setting),
    ...joinLines(lines, setting.words, "\n"),
    keepsLines: true,
  };
}

function textKind(
  lines: readonly Line[],
  layout: Layout,
  before: Piece | undefined,
): "paragraph" | "quotation" {
  const [first, ...rest] = lines;
  if (!first) return "paragraph";
  if (first.quote > 0) return "quotation";
  const indent = marginOf(rest.length > 0 ? rest : lines);
  if (indent < layout.indent + SET_APART || isCentred(lines, layout))
    return "paragraph";
  if (isUnderItem(lines, layout, before)) return "paragraph";
  if (rest.length > 0) return "quotation";
  if (layout.indentsFirstLines) return "paragraph";
  const goesOn =
    before?.kind === "quotation" && before.lines[0]?.indent === indent;
  return goesOn || first.text.length >= 60 || before?.text.endsWith(":")
    ? "quotation"
    : "paragraph";
}

/** Lines after an item of a list that stand as deep as its text go on with it. */
function isUnderItem(
  [first, second]: readonly Line[],
  { indentsFirstLines }: Layout,
  before: Piece | undefined,
): boolean {
  const isAfterItem = before?.kind === "list-item" || before?.isInItem === true;
  const item = isAfterItem ? before?.lines[0] : undefined;
  const line = second ?? first;
  if (!item || !line || (indentsFirstLines && !second)) return false;
  const least = before?.isInItem ? item.indent : item.indent + 1;
  return (
    line.indent > 0 && line.indent >= least && line.indent <= item.indent + 8
  );
}

function isCentred(lines: readonly Line[], { width }: Layout): boolean {
  return (
    width !== undefined &&
    lines.every(
      ({ indent, right }) =>
        indent >= 8 && Math.abs(indent - (width - right)) <= 4,
    )
  );
}

function textPiece(
  kind: "paragraph" | "quotation",
  lines: readonly Line[],
  { words }: Setting,
): ShapedPiece {
  const depth = Math.max(1, lines[0]?.quote ?? 0);
  return {
    kind,
    lines,
    ...joinLines(lines, words),
    ...(kind === "quotation" ? { level: depth } : {}),
  };
}

function headingPiece(
  lines: readonly Line[],
  heading: HeadingSigns,
  { words }: Setting,
): ShapedPiece {
  const { level } = heading;
  return { kind: "heading", lines, level, heading, ...joinLines(lines, words) };
}

function tablePiece(
  lines: readonly Line[],
  rows: readonly (readonly string[])[],
): ShapedPiece {
  return { kind: "table", lines, text: "", pages: [], rows };
}

function columnsPiece(lines: readonly Line[]): ShapedPiece {
  return { kind: "code", lines, text: keepColumns(lines), pages: [] };
}
