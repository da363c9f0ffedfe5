import type { Block } from "#domain/text/blocks";
import type {
  Reader,
  ReadHints,
  ReadItem,
  ReadMetadata,
  ReadWarning,
} from "#main/import/reader";

/** What a reader made of a text, in a form that reads well in a test. */
export interface ReadBlocks extends ReadMetadata {
  /** Kind with level and number, then the text: `heading2 Title`, `list-item1#3 Text`. */
  readonly blocks: readonly string[];
  readonly item: ReadItem;
  readonly warnings: readonly ReadWarning[];
}

/** Reads bytes or a text with a reader that is expected to succeed. */
export async function readBlocks(
  reader: Reader,
  content: string | Uint8Array,
  hints: ReadHints = {},
): Promise<ReadBlocks> {
  const bytes =
    typeof content === "string" ? new TextEncoder().encode(content) : content;
  const read = await reader.read(bytes, hints, { progress: () => undefined });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const { structured, metadata, warnings } = read.value;
  const say = ({ kind, level, number, start, end }: Block): string =>
    `${kind}${level ?? ""}${number === undefined ? "" : `#${number}`} ${structured.text.slice(start, end)}`.trim();
  return {
    ...metadata,
    warnings,
    item: read.value,
    blocks: structured.blocks.map(say),
  };
}
