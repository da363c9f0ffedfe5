import type { StructuredText } from "#domain/text/blocks";
import { readByline } from "../text/find-names";
import { compose, type Piece } from "./compose";
import { findNotes } from "./footnotes";
import { gatherParagraphs } from "./gather-paragraphs";
import { findHeadings } from "./headings";
import { collectVocabulary } from "./hyphens";
import type { Line } from "./line";
import { withoutLineNumbers } from "./line-numbers";
import { placeOutline, type OutlineEntry } from "./outline";
import { labelPages } from "./page-labels";
import { textOf } from "./paragraph";
import type { Page } from "./read-page";
import { findRunningLines } from "./running-lines";
import { measureTypography } from "./typography";
import { writePieces } from "./write-pieces";

/** What the file says beside its lines. */
export interface Surroundings {
  readonly pageCount: number;
  readonly ownLabels: readonly string[] | null;
  readonly outline: readonly OutlineEntry[];
  readonly version: number;
  readonly language?: string;
}

/** The structured text, and what its first page says about it. */
export interface Structure {
  readonly structured: StructuredText;
  readonly title?: string;
  /** Of a line "By ..." under the title. */
  readonly creators: readonly string[];
}

/** A byline stands among so many pieces at the beginning. */
const HEAD = 8;

/** Makes the structured text of a document's lines. */
export function structure(
  pages: readonly Page[],
  around: Surroundings,
): Structure {
  const running = findRunningLines(pages, around.ownLabels);
  const lines = pages.map((page) =>
    withoutLineNumbers(page.lines.filter((line) => !running.lines.has(line))),
  );
  const typography = measureTypography(lines);
  const labels = labelPages(
    around.pageCount,
    around.ownLabels,
    running.printed,
  );
  const paragraphs = lines.map((own) => gatherParagraphs(own, typography));
  const taken = new Set<string>();
  const notes = paragraphs.map((own, at) =>
    findNotes(own, typography, labels[pages[at]?.index ?? at] ?? "", taken),
  );
  const headings = findHeadings(paragraphs, typography);
  const pieces = compose(paragraphs, {
    headings,
    notes: new Map(notes.flatMap((page) => [...page.notes])),
  });
  const noteLabels: ReadonlyMap<string, string>[] = [];
  pages.forEach(({ index }, at) => {
    noteLabels[index] = notes[at]?.labels ?? new Map();
  });
  const structured = writePieces(pieces, {
    labels,
    noteLabels,
    contents: placeOutline(around.outline, pieces.flatMap(linesOf)),
    vocabulary: collectVocabulary(lines.flat().map(({ text }) => text)),
    version: around.version,
    ...(around.language === undefined ? {} : { language: around.language }),
  });
  const title = titleOf(pieces);
  return {
    structured,
    creators: pieces
      .slice(0, HEAD)
      .flatMap((piece) => readByline(textOf({ lines: linesOf(piece) })) ?? [])
      .flatMap(({ names }) => names),
    ...(title === undefined ? {} : { title }),
  };
}

function linesOf(piece: Piece): readonly Line[] {
  return piece.shape === "table"
    ? piece.lines
    : piece.parts.flatMap((part) => part.lines);
}

/** The largest heading of the first page that has text. */
function titleOf(pieces: readonly Piece[]): string | undefined {
  const first = pieces[0] && linesOf(pieces[0])[0]?.page;
  const largest = pieces
    .filter((piece) => piece.shape === "text" && piece.heading !== undefined)
    .filter((piece) => linesOf(piece)[0]?.page === first)
    .sort((a, b) => sizeOf(b) - sizeOf(a))[0];
  return largest && textOf({ lines: linesOf(largest) });
}

function sizeOf(piece: Piece): number {
  return linesOf(piece)[0]?.size ?? 0;
}
