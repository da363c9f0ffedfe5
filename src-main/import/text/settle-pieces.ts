import { joinLines, type Vocabulary } from "./join-lines";
import type { Piece } from "./piece";
import type { ShapedPiece } from "./shape-chunk";

/** A paragraph shorter than this does not make the line before it a heading by itself. */
const PROSE = 80;

/** Decides with the neighbours in view which headings and list items are none, and how deep items stand. */
export function settlePieces(
  pieces: readonly ShapedPiece[],
  words: Vocabulary,
): Piece[] {
  const headed = settleHeadings(pieces, words);
  return nestItems(settleItems(headed, words));
}

function settleHeadings(
  pieces: readonly ShapedPiece[],
  words: Vocabulary,
): Piece[] {
  return pieces.map((piece, index) => {
    const { heading, ...plain } = piece;
    if (!heading) return plain;
    const [before, after] = [pieces[index - 1], pieces[index + 1]];
    if (heading.isCounted && isInContents(pieces, index))
      return demote(plain, words);
    if (heading.strength === "strong") return plain;
    return isHeadingHere(piece, before, after) ? plain : demote(plain, words);
  });
}

/** Counted headings in a row without a text between them are a list of contents; the last is followed by its text. */
function isInContents(pieces: readonly ShapedPiece[], index: number): boolean {
  let first = index;
  while (index - first < 5 && pieces[first - 1]?.heading?.isCounted) first -= 1;
  let last = index;
  while (last - index < 5 && pieces[last + 1]?.heading?.isCounted) last += 1;
  const isFollowed = last + 1 < pieces.length;
  if (isFollowed && index === last) return false;
  // "Part One", "Chapter I", "1." may stand over one text; four in a row may not.
  return last - first + 1 >= (isFollowed ? 4 : 3);
}

function isHeadingHere(
  piece: ShapedPiece,
  before: ShapedPiece | undefined,
  after: ShapedPiece | undefined,
): boolean {
  if (!after || after.kind === "rule" || after.kind === "table") return false;
  const isTitleLike = piece.heading?.level === 3 && !piece.heading.isCounted;
  if (isTitleLike) {
    if (!before) return false;
    const standsApart =
      before.kind === "rule" ||
      before.heading?.isCounted === true ||
      (before.kind !== "heading" && /[.!?…]["'”’)\]]*$/u.test(before.text)) ||
      before.kind === "list-item";
    return (
      standsApart &&
      (after.kind === "paragraph" || after.kind === "list-item") &&
      !after.keepsLines &&
      after.text.length >= PROSE
    );
  }
  if (after.heading)
    return (
      after.heading.level > (piece.level ?? 1) ||
      (after.heading.isCounted && piece.heading?.isCounted !== true)
    );
  return (
    piece.heading?.isCounted === true ||
    after.kind === "list-item" ||
    after.text.length >= 40
  );
}

/** A line that is no heading is what it would have been without looking like one. */
function demote(piece: Piece, words: Vocabulary): Piece {
  const { level: _level, ...plain } = piece;
  const [first] = piece.lines;
  const number = /^(\d{1,3})[.)]\s+(?=\S)/u.exec(first?.text ?? "");
  if (!first || !number || piece.lines.length > 1)
    return { ...plain, kind: "paragraph", ...joinLines(piece.lines, words) };
  const bare = { ...first, text: first.text.slice(number[0].length) };
  return {
    ...plain,
    kind: "list-item",
    level: 1,
    number: Number(number[1]),
    ...joinLines([bare], words),
  };
}

/** A number without a neighbour before or after it is part of its sentence; a dash before a name is a signature. */
function settleItems(pieces: readonly Piece[], words: Vocabulary): Piece[] {
  const numbers = new Set(pieces.map(({ number }) => number));
  return pieces.map((piece, index) => {
    if (piece.kind !== "list-item") return piece;
    const { number } = piece;
    const isLone =
      number === undefined
        ? isSignature(piece, pieces[index - 1], pieces[index + 1])
        : number !== 1 && !numbers.has(number - 1) && !numbers.has(number + 1);
    if (!isLone) return piece;
    const { level: _level, number: _number, ...plain } = piece;
    return { ...plain, kind: "paragraph", ...joinLines(piece.lines, words) };
  });
}

function isSignature(
  piece: Piece,
  before: Piece | undefined,
  after: Piece | undefined,
): boolean {
  return (
    /^(?:--|–)/u.test(piece.lines[0]?.text ?? "") &&
    before?.kind !== "list-item" &&
    after?.kind !== "list-item" &&
    piece.text.split(/\s+/u).length <= 6 &&
    !/[.!?;:]$/u.test(piece.text)
  );
}

function nestItems(pieces: readonly Piece[]): Piece[] {
  let indents: number[] = [];
  return pieces.map((piece) => {
    if (piece.kind !== "list-item") {
      if (!piece.isInItem) indents = [];
      return piece;
    }
    const indent = piece.lines[0]?.indent ?? 0;
    indents = indents.filter((outer) => outer < indent - 1);
    indents.push(indent);
    return { ...piece, level: indents.length };
  });
}
