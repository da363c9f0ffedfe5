import type { MarkKind } from "#domain/text/blocks";
import type { TextWriter, WhiteSpace } from "#domain/text/text-writer";
import type { LettersPiece, Piece } from "./piece";

/** One mark over letters, as far as it can be told from a piece. */
interface Layer {
  readonly kind: MarkKind;
  /** What the piece has of it; pieces with equal values lie under one mark. */
  readonly valueOf: (piece: LettersPiece) => string | undefined;
}

/** From the outermost mark to the innermost. */
const LAYERS: readonly Layer[] = [
  { kind: "link", valueOf: (piece) => piece.link },
  { kind: "footnote-reference", valueOf: (piece) => piece.note },
  ...(
    [
      "strong",
      "emphasis",
      "underline",
      "strikethrough",
      "small-caps",
      "superscript",
      "subscript",
      "code",
      "formula",
    ] as const
  ).map((kind) => ({
    kind,
    valueOf: (piece: LettersPiece) =>
      piece.formats.includes(kind) ? "" : undefined,
  })),
];

/**
 * Writes pieces into the open block, with one mark over each stretch of equal look however many pieces it was cut into,
 * and without marks over the white space at their edges. `onAnchor` is told the offset of each anchor.
 */
export function writePieces(
  writer: TextWriter,
  pieces: readonly Piece[],
  whiteSpace: WhiteSpace,
  onAnchor: (name: string, offset: number) => void,
): void {
  const used = LAYERS.filter((layer) =>
    pieces.some(
      (piece) => piece.kind !== "anchor" && layer.valueOf(piece) !== undefined,
    ),
  );
  writeLayer(pieces, used);

  function writeLayer(part: readonly Piece[], layers: readonly Layer[]): void {
    const [layer, ...inner] = layers;
    if (!layer) {
      part.forEach(writeOne);
      return;
    }
    for (const { value, stretch } of cutByValue(part, layer)) {
      if (value === undefined) {
        writeLayer(stretch, inner);
        continue;
      }
      const { before, core, after } = peel(stretch);
      before.forEach(writeOne);
      if (core.length > 0)
        writer.mark(
          layer.kind,
          () => writeLayer(core, inner),
          value === "" ? undefined : value,
        );
      after.forEach(writeOne);
    }
  }

  function writeOne(piece: Piece): void {
    if (piece.kind === "anchor") onAnchor(piece.name, writer.length);
    else if (piece.kind === "break") writer.lineBreak();
    else writer.write(piece.text, whiteSpace);
  }
}

interface Stretch {
  readonly value: string | undefined;
  readonly stretch: readonly Piece[];
}

/** Anchors belong to whatever stretch is open, so that they cut nothing. */
function cutByValue(pieces: readonly Piece[], layer: Layer): Stretch[] {
  const cut: { value: string | undefined; stretch: Piece[] }[] = [];
  for (const piece of pieces) {
    const last = cut.at(-1);
    if (piece.kind === "anchor") {
      if (last) last.stretch.push(piece);
      else cut.push({ value: undefined, stretch: [piece] });
      continue;
    }
    const value = layer.valueOf(piece);
    if (last && last.value === value) last.stretch.push(piece);
    else cut.push({ value, stretch: [piece] });
  }
  return cut;
}

/** Takes the white space at both edges off a stretch. */
function peel(stretch: readonly Piece[]): {
  before: Piece[];
  core: Piece[];
  after: Piece[];
} {
  const core = [...stretch];
  const before: Piece[] = [];
  const after: Piece[] = [];
  for (let first = core[0]; first; first = core[0]) {
    if (isInk(first)) {
      const bare = first.text.trimStart();
      if (bare.length < first.text.length) {
        before.push(edge(first, first.text.slice(0, -bare.length)));
        core[0] = { ...first, text: bare };
      }
      break;
    }
    before.push(first);
    core.shift();
  }
  for (let last = core.at(-1); last; last = core.at(-1)) {
    if (isInk(last)) {
      const bare = last.text.trimEnd();
      if (bare.length < last.text.length) {
        after.unshift(edge(last, last.text.slice(bare.length)));
        core[core.length - 1] = { ...last, text: bare };
      }
      break;
    }
    after.unshift(last);
    core.pop();
  }
  return { before, core, after };
}

function isInk(piece: Piece): piece is LettersPiece {
  return piece.kind !== "anchor" && piece.text.trim() !== "";
}

function edge(piece: LettersPiece, text: string): LettersPiece {
  return { ...piece, text, formats: [] };
}
