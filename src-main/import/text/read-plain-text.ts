import type { StructuredText } from "#domain/text/blocks";
import type { ReadMetadata, ReadWarning } from "../reader";
import { closeDoubleSpacing, cutChunks } from "./cut-chunks";
import { foldTitle } from "./find-title";
import { cutGutenberg } from "./gutenberg";
import { collectWords } from "./join-lines";
import { measureLayout } from "./layout";
import type { Line } from "./lines";
import { dropNavigation } from "./navigation";
import { cutPages } from "./pages";
import type { Piece } from "./piece";
import { quoteDocuments } from "./quoted-documents";
import { readHead, type TextHead } from "./read-head";
import { settlePieces } from "./settle-pieces";
import { keptPiece, shapeChunk, type ShapedPiece } from "./shape-chunk";
import { takeTags } from "./take-tags";
import { writePieces } from "./write-pieces";

/** Raise this when the same text would give another canonical text than before. */
export const PLAIN_TEXT_VERSION = 1;

/** What was read of a plain text. */
export interface PlainText {
  readonly metadata: ReadMetadata;
  readonly structured: StructuredText;
  readonly warnings: readonly ReadWarning[];
}

type Tell = (code: string, dropped: readonly string[]) => void;

/**
 * Reads plain text: what its author could only show by spaces, signs and capitals becomes structure. Every word stays,
 * but for what is told in the warnings and what went into the metadata. With a `title` that is known already, the top
 * of the text is not searched for one; only its repetitions there go.
 */
export function readPlainText(
  text: string,
  title: string | undefined,
  progress: (share: number) => void,
): PlainText {
  const warnings: ReadWarning[] = [];
  const tell: Tell = (code, dropped) => {
    if (dropped.length > 0)
      warnings.push({ code, detail: dropped.join(" | ") });
  };
  const paged = cutPages(text);
  tell("page-edges-dropped", paged.dropped);
  const head = readTop(closeDoubleSpacing(paged.lines), title, tell);
  progress(0.5);
  const pieces = shapeLines(withFirstPage(head, paged.lines[0]?.page));
  progress(0.9);
  return {
    metadata: metadataOf(head),
    structured: writePieces(pieces, PLAIN_TEXT_VERSION),
    warnings,
  };
}

function readTop(
  lines: readonly Line[],
  title: string | undefined,
  tell: Tell,
): TextHead {
  const book = cutGutenberg(lines);
  if (book) {
    tell("boilerplate-dropped", [
      "Project Gutenberg notice",
      ...(book.hasLicence ? ["Project Gutenberg licence"] : []),
    ]);
    return readBook(book.notice, book.body);
  }
  const trimmed = dropNavigation(lines);
  tell("navigation-dropped", trimmed.dropped);
  if (title === undefined) {
    const tagged = takeTags(trimmed.lines);
    const head = readHead(tagged.lines);
    return { ...head, tags: [...(head.tags ?? []), ...tagged.tags] };
  }
  const wanted = foldTitle(title);
  return {
    creators: [],
    lines: trimmed.lines.filter(
      (line, index) => index > 2 || foldTitle(line.text) !== wanted,
    ),
  };
}

/** The notice says title and author in fields; the title page that follows says them again. */
function readBook(notice: readonly Line[], body: readonly Line[]): TextHead {
  const from = notice.findIndex(({ text }) => /^Title\s*:/iu.test(text));
  const told = from < 0 ? undefined : readHead(notice.slice(from));
  const own = readHead(body);
  return told?.title === undefined
    ? { ...own, kind: "book" }
    : { ...told, kind: "book", lines: own.lines };
}

/** The first page begins with the first line that is left. */
function withFirstPage(head: TextHead, page: string | undefined): TextHead {
  const [first, ...rest] = head.lines;
  return first && page !== undefined && first.page === undefined
    ? { ...head, lines: [{ ...first, page }, ...rest] }
    : head;
}

function shapeLines({ lines, headerCount = 0 }: TextHead): Piece[] {
  const chunks = cutChunks(lines.slice(headerCount));
  const setting = { layout: measureLayout(chunks), words: collectWords(lines) };
  const shaped: ShapedPiece[] = cutChunks(lines.slice(0, headerCount)).map(
    (chunk) => keptPiece("paragraph", chunk, setting),
  );
  for (const chunk of chunks)
    for (const piece of shapeChunk(chunk, setting, shaped.at(-1)))
      shaped.push(piece);
  return quoteDocuments(settlePieces(shaped, setting.words));
}

function metadataOf({
  lines: _lines,
  headerCount: _count,
  tags = [],
  ...head
}: TextHead): ReadMetadata {
  return { ...head, tags };
}
