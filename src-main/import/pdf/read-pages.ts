import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api.d.ts";
import type { ReadContext } from "#main/import/reader";
import { readPage, type Page } from "./read-page";

/** The pages that could be read, and the numbers (from 1) of those that could not. */
export interface ReadPages {
  readonly pages: readonly Page[];
  readonly unreadable: readonly number[];
}

/** A file may claim pages it does not have: after so many unreadable ones in a row, the rest is left. */
const MOST_UNREADABLE = 200;

/** Reads the text of all pages, one after another. */
export async function readPages(
  document: PDFDocumentProxy,
  isTagged: boolean,
  context: ReadContext,
): Promise<ReadPages> {
  const pages: Page[] = [];
  const unreadable: number[] = [];
  let inARow = 0;
  for (
    let number = 1;
    number <= document.numPages && inARow < MOST_UNREADABLE;
    number += 1
  ) {
    try {
      pages.push(await readPage(await document.getPage(number), isTagged));
      inARow = 0;
    } catch {
      unreadable.push(number);
      inARow += 1;
    }
    context.progress(number / document.numPages);
  }
  return { pages, unreadable };
}
