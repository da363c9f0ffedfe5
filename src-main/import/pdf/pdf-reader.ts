import type {
  ReadContext,
  Reader,
  ReadFailure,
  ReadHints,
  ReadItem,
  ReadWarning,
} from "#main/import/reader";
import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api.d.ts";
import { fail, ok, type Result } from "#domain/result";
import { readMetadata } from "./metadata";
import { openDocument } from "./open-document";
import { readOutline } from "./outline";
import { readPages, type ReadPages } from "./read-pages";
import { structure } from "./structure";

/** Reads PDF by way of pdf.js: text in reading order, without pictures. */
export const pdfReader: Reader = {
  format: "pdf",
  version: 1,
  read,
};

async function read(
  bytes: Uint8Array,
  hints: ReadHints,
  context: ReadContext,
): Promise<Result<ReadItem, ReadFailure>> {
  const document = await openDocument(bytes, hints.password);
  if (!document.ok) return document;
  try {
    return await readDocument(document.value, context);
  } finally {
    await document.value.loadingTask.destroy();
  }
}

async function readDocument(
  document: PDFDocumentProxy,
  context: ReadContext,
): Promise<Result<ReadItem, ReadFailure>> {
  const { metadata, isTagged } = await readMetadata(document);
  const read = await readPages(document, isTagged, context);
  const { pages, unreadable } = read;
  if (pages.length === 0)
    return fail({
      code: "damaged-file",
      detail: `None of ${document.numPages} pages can be read`,
    });
  if (!pages.some(({ lines }) => lines.some(({ text }) => /\S/u.test(text))))
    return fail({
      code: "no-text",
      detail: `${document.numPages} ${document.numPages === 1 ? "page" : "pages"}`,
    });
  const own = await document.getPageLabels().catch(() => null);
  const outline = await readOutline(document);
  const { structured, title, creators } = structure(pages, {
    pageCount: document.numPages,
    ownLabels: own,
    outline,
    version: pdfReader.version,
    ...(metadata.language === undefined ? {} : { language: metadata.language }),
  });
  const named = metadata.title ?? title;
  return ok({
    format: "pdf",
    metadata: {
      ...metadata,
      ...(metadata.creators.length > 0 ? {} : { creators }),
      ...(named === undefined ? {} : { title: named }),
    },
    structured,
    resources: [],
    warnings: warningsOf(read, unreadable.length + pages.length),
  });
}

function warningsOf(
  { pages, unreadable }: ReadPages,
  count: number,
): ReadWarning[] {
  const empty = pages.filter(({ lines }) => lines.length === 0);
  return [
    ...(unreadable.length > 0
      ? [
          {
            code: "pages-unreadable",
            detail: `${unreadable.length} of ${count}: ${unreadable.slice(0, 20).join(", ")}`,
          },
        ]
      : []),
    ...(empty.length > 0
      ? [
          {
            code: "pages-without-text",
            detail: `${empty.length} of ${count}`,
          },
        ]
      : []),
  ];
}
