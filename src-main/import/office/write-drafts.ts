import type { StructuredText } from "#domain/text/blocks";
import { TextWriter, type BlockExtra } from "#domain/text/text-writer";
import type { Draft, TableDraft, TextDraft } from "./draft";
import type { LettersPiece } from "./piece";
import { isSameLanguage, prevailingLanguage } from "./prevailing-language";
import { resolveAnchors } from "./resolve-anchors";
import type { Steps } from "./steps";
import { writePieces } from "./write-pieces";

/** Writes drafts as the canonical text. `version` is the reader's, `language` that of most of the text. */
export function writeDrafts(
  drafts: readonly Draft[],
  version: number,
  language: string | undefined,
  steps: Steps,
): StructuredText {
  const writer = new TextWriter();
  const anchors = new Map<string, number>();
  const onAnchor = (name: string, offset: number): void => {
    if (!anchors.has(name)) anchors.set(name, offset);
  };
  for (const draft of drafts) {
    steps.next();
    if (draft.kind === "table") writeTable(writer, draft, onAnchor);
    else writeText(writer, draft, language, onAnchor);
  }
  return resolveAnchors(writer.finish(version, language), anchors);
}

type OnAnchor = (name: string, offset: number) => void;

function writeText(
  writer: TextWriter,
  { kind, pieces, extra }: TextDraft,
  language: string | undefined,
  onAnchor: OnAnchor,
): void {
  writer.block(kind, { ...extra, ...languageOf(pieces, language) }, () =>
    writePieces(
      writer,
      pieces,
      kind === "code" ? "kept" : "collapsed",
      onAnchor,
    ),
  );
}

function writeTable(
  writer: TextWriter,
  { rows, extra }: TableDraft,
  onAnchor: OnAnchor,
): void {
  writer.table(
    rows.map((row) =>
      row.map(({ isHeader, align, pieces }) => ({
        isHeader,
        ...(align ? { align } : {}),
        fill: () => writePieces(writer, pieces, "collapsed", onAnchor),
      })),
    ),
    extra,
  );
}

function languageOf(
  pieces: TextDraft["pieces"],
  ofItem: string | undefined,
): Pick<BlockExtra, "language"> {
  const own = prevailingLanguage(
    pieces.filter((piece): piece is LettersPiece => piece.kind === "letters"),
  );
  return own === undefined || isSameLanguage(own, ofItem)
    ? {}
    : { language: own };
}
