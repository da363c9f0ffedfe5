import { fail, ok } from "#domain/result";
import { decodeText } from "../decode-text";
import type { Reader, ReadMetadata, ReadWarning } from "../reader";
import { closeDoubleSpacing, cutChunks } from "./cut-chunks";
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
import { writePieces } from "./write-pieces";

/** Raise this when the same bytes would give another canonical text than before. */
const VERSION = 1;

/**
 * Reads plain text: what its author could only show by spaces, signs and capitals becomes structure. Every word stays,
 * but for what is told in the warnings and what went into the metadata.
 */
export const textReader: Reader = {
  format: "text",
  version: VERSION,
  read: (bytes, _hints, { progress }) => {
    const { text } = decodeText(bytes);
    progress(0.2);
    const warnings: ReadWarning[] = [];
    const tell = (code: string, dropped: readonly string[]): void => {
      if (dropped.length > 0)
        warnings.push({ code, detail: dropped.join(" | ") });
    };
    const paged = cutPages(text);
    tell("page-edges-dropped", paged.dropped);
    const head = readTop(closeDoubleSpacing(paged.lines), tell);
    const pieces = shapeLines(withFirstPage(head, paged.lines[0]?.page));
    progress(0.5);
    progress(0.9);
    const structured = writePieces(pieces, VERSION);
    if (structured.text === "" && head.title === undefined)
      return Promise.resolve(fail({ code: "damaged-file", detail: "empty" }));
    return Promise.resolve(
      ok({
        format: "text",
        metadata: metadataOf(head),
        structured,
        resources: [],
        warnings,
      }),
    );
  },
};

function readTop(
  lines: readonly Line[],
  tell: (code: string, dropped: readonly string[]) => void,
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
  return readHead(trimmed.lines);
}

/** The first page begins with the first line that is left. */
function withFirstPage(head: TextHead, page: string | undefined): TextHead {
  const [first, ...rest] = head.lines;
  return first && page !== undefined && first.page === undefined
    ? { ...head, lines: [{ ...first, page }, ...rest] }
    : head;
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
