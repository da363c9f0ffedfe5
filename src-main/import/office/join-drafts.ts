import type { Draft, TextDraft } from "./draft";
import { LINE_BREAK, type Piece } from "./piece";

/**
 * Joins what word processors keep apart: lines of code that are a paragraph each become one block, and a caption right
 * after its picture becomes the picture's text (the description stays as `alt`).
 */
export function joinDrafts(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    const both = last && draft.kind !== "table" ? join(last, draft) : undefined;
    if (both) joined[joined.length - 1] = both;
    else joined.push(draft);
  }
  return joined;
}

function join(last: Draft, next: TextDraft): TextDraft | undefined {
  if (last.kind === "code" && next.kind === "code" && isPlainCode(last, next))
    return { ...last, pieces: [...last.pieces, LINE_BREAK, ...next.pieces] };
  const isCaption =
    last.kind === "figure" && next.role === "caption" && !isCaptioned(last);
  return isCaption
    ? {
        ...last,
        pieces: [...anchorsOf(last.pieces), ...next.pieces],
        role: "caption",
      }
    : undefined;
}

function isPlainCode(a: TextDraft, b: TextDraft): boolean {
  return a.extra.direction === b.extra.direction;
}

function isCaptioned(figure: TextDraft): boolean {
  return figure.role === "caption";
}

function anchorsOf(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece) => piece.kind === "anchor");
}
