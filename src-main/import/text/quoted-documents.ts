import { introducesQuotation } from "./introduces-quotation";
import { readItemStart } from "./line-kinds";
import type { Piece } from "./piece";
import { isBetweenMarks, leavesMarksOpen } from "./quotation-marks";
import { staysInVoice, voiceOf } from "./stays-in-voice";

/** How far a quotation without marks may run. */
const MOST_PARAGRAPHS = 40;
/** From so many pieces before it is known how the writer speaks. */
const LOOK_BACK = 60;

/**
 * Makes quotations of documents that a text quotes without indenting them: after a sentence with a colon that names a
 * document or says that somebody speaks, as far as the voice stays that of the document.
 */
export function quoteDocuments(pieces: readonly Piece[]): Piece[] {
  const quoted = new Set<number>();
  pieces.forEach((piece, index) => {
    if (!quoted.has(index) && introducesQuotation(piece, pieces[index + 1]))
      followQuotation(pieces, index, quoted);
  });
  markOpenQuotations(pieces, quoted);
  return pieces.map((piece, index) =>
    quoted.has(index) ? quotationOf(piece) : piece,
  );
}

function followQuotation(
  pieces: readonly Piece[],
  intro: number,
  quoted: Set<number>,
): void {
  const first = pieces[intro + 1];
  if (!first) return;
  quoted.add(intro + 1);
  // A passage between marks ends with them.
  if (isBetweenMarks(first.text)) return;
  const from = Math.max(0, intro - LOOK_BACK);
  const before = pieces
    .slice(from, intro + 1)
    .filter(
      ({ kind }, index) => kind === "paragraph" && !quoted.has(from + index),
    );
  const voice = voiceOf(before, first);
  const end = Math.min(pieces.length, intro + MOST_PARAGRAPHS);
  for (let at = intro + 2; at < end; at += 1) {
    const [piece, last] = [pieces[at], pieces[at - 1]];
    if (!piece || !last) return;
    if (!staysInVoice(piece, last, pieces[at + 1], voice)) return;
    quoted.add(at);
  }
}

/** A quotation of several paragraphs opens its marks before each and closes them after the last. */
function markOpenQuotations(
  pieces: readonly Piece[],
  quoted: Set<number>,
): void {
  let start: number | undefined;
  pieces.forEach(({ kind, text }, index) => {
    if (kind === "paragraph" && leavesMarksOpen(text)) start ??= index;
    else {
      if (start !== undefined && isBetweenMarks(text))
        for (let at = start; at <= index; at += 1) quoted.add(at);
      start = undefined;
    }
  });
}

/** Lists stay lists; the numbered paragraphs of a cable are its paragraphs, with their numbers. */
function quotationOf(piece: Piece): Piece {
  if (piece.kind === "paragraph")
    return { ...piece, kind: "quotation", level: 1 };
  if (piece.kind !== "list-item" || piece.number === undefined) return piece;
  const { number: _number, ...plain } = piece;
  const sign = readItemStart(piece.lines[0]?.text ?? "")?.sign ?? "";
  const lead = sign === "" ? "" : `${sign} `;
  return {
    ...plain,
    kind: "quotation",
    level: 1,
    text: lead + piece.text,
    pages: piece.pages.map(({ label, offset }) => ({
      label,
      offset: offset === 0 ? 0 : offset + lead.length,
    })),
  };
}
