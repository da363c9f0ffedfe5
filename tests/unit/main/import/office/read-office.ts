import type { Mark, StructuredText } from "#domain/text/blocks";
import type {
  Reader,
  ReadFailureCode,
  ReadHints,
  ReadItem,
} from "#main/import/reader";

const CONTEXT = { progress: () => undefined };

/** Reads a document. @throws Error with the failure when it is refused */
export async function readItem(
  reader: Reader,
  bytes: Uint8Array,
  hints: ReadHints = {},
): Promise<ReadItem> {
  const read = await reader.read(bytes, hints, CONTEXT);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

/** The code a document is refused with; `undefined` when it is read. */
export async function refusalOf(
  reader: Reader,
  bytes: Uint8Array,
): Promise<ReadFailureCode | undefined> {
  const read = await reader.read(bytes, {}, CONTEXT);
  return read.ok ? undefined : read.failure.code;
}

/** Kind and text of each block. */
export function blocksOf({ text, blocks }: StructuredText): [string, string][] {
  return blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

/** Kind, letters and target of each mark, cells included, in the order they begin. */
export function marksOf(structured: StructuredText): (string | undefined)[][] {
  const marks: Mark[] = structured.blocks.flatMap((block) => [
    ...block.marks,
    ...(block.rows ?? []).flat().flatMap((cell) => cell.marks),
  ]);
  return [...marks]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ kind, start, end, target }) =>
      target === undefined
        ? [kind, structured.text.slice(start, end)]
        : [kind, structured.text.slice(start, end), target],
    );
}

/** The texts of a table's cells. */
export function cellsOf({ text, blocks }: StructuredText): string[][] {
  const table = blocks.find(({ kind }) => kind === "table");
  return (table?.rows ?? []).map((row) =>
    row.map(({ start, end }) => text.slice(start, end)),
  );
}

/** The smallest picture: one transparent dot. */
export const DOT = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
