import { epubReader } from "#main/import/epub/epub-reader";
import type { ReadFailure, ReadItem } from "#main/import/reader";
import type { Block, Mark } from "#domain/text/blocks";

/** Reads a book that must be readable. */
export async function readBook(bytes: Uint8Array): Promise<ReadItem> {
  const read = await epubReader.read(bytes, {}, { progress: () => undefined });
  if (!read.ok) throw new Error(`${read.failure.code}: ${read.failure.detail}`);
  return read.value;
}

/** Reads a book that must be refused. */
export async function refusalOf(bytes: Uint8Array): Promise<ReadFailure> {
  const read = await epubReader.read(bytes, {}, { progress: () => undefined });
  if (read.ok) throw new Error("The book was not refused");
  return read.failure;
}

/** The blocks' texts, in order. */
export function textsOf({ structured }: ReadItem): string[] {
  return structured.blocks.map(({ start, end }) =>
    structured.text.slice(start, end),
  );
}

/** The blocks of a kind, each with its text. */
export function blocksOf(
  { structured }: ReadItem,
  kind: Block["kind"],
): (Block & { readonly text: string })[] {
  return structured.blocks
    .filter((block) => block.kind === kind)
    .map((block) => ({
      ...block,
      text: structured.text.slice(block.start, block.end),
    }));
}

/** The marks of a kind, each with the letters it covers. */
export function marksOf(
  { structured }: ReadItem,
  kind: Mark["kind"],
): { readonly text: string; readonly target?: string }[] {
  return structured.blocks
    .flatMap(({ marks }) => marks)
    .filter((mark) => mark.kind === kind)
    .map(({ start, end, target }) => ({
      text: structured.text.slice(start, end),
      ...(target === undefined ? {} : { target }),
    }));
}
