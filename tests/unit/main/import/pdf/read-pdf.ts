import { pdfReader } from "#main/import/pdf/pdf-reader";
import type { ReadHints, ReadItem } from "#main/import/reader";
import type { Block } from "#domain/text/blocks";
import { makePdf, type PdfSource } from "./make-pdf";

/** Reads a made PDF that must be readable. */
export async function readPdf(
  source: PdfSource,
  hints: ReadHints = {},
): Promise<ReadItem> {
  const read = await pdfReader.read(makePdf(source), hints, {
    progress: () => undefined,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

/** Blocks as "kind: text", which is how tests say what they expect. */
export function told({ structured }: ReadItem): string[] {
  return structured.blocks.map(
    (block) => `${nameOf(block)}: ${textOf(structured.text, block)}`,
  );
}

function nameOf({ kind, level, number, label }: Block): string {
  return [kind, level, number, label]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** The letters of a block. */
export function textOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return text.slice(start, end);
}
