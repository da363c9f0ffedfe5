import type { Block, TextRange } from "../text/blocks";
import type { Selector } from "../text/selectors";

/** A passage of an item as it is quoted in a note. */
export interface QuotedPassage extends TextRange {
  readonly item: string;
  readonly itemTitle: string;
  readonly exact: string;
  /** Who wrote it, when, on which page; may be empty. */
  readonly source: string;
}

/** Where a quotation in a note says that it stands. */
export interface QuotationAddress extends TextRange {
  readonly item: string;
}

const ADDRESS = /^aide:item\/([^#/\s]{1,200})#(\d{1,12})-(\d{1,12})$/u;

/**
 * A passage as Markdown: a quotation, below it its source, whose title is a link to the passage. Any editor shows it
 * as a quotation; the program finds its way back by the quoted letters and the place in the link.
 */
export function writeQuotation(passage: QuotedPassage): string {
  const { exact, itemTitle, item, start, end, source } = passage;
  const quoted = exact
    .split("\n")
    .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
    .join("\n");
  const link = `[${escapeMarkdown(itemTitle)}](aide:item/${encodeURIComponent(item)}#${start}-${end})`;
  const from = source === "" ? link : `${link}, ${escapeMarkdown(source)}`;
  return `${quoted}\n>\n> — ${from}\n\n`;
}

/** Reads the address of a link under a quotation; `undefined` for any other address. */
export function readQuotationAddress(
  address: string,
): QuotationAddress | undefined {
  const [, item, start, end] = ADDRESS.exec(address) ?? [];
  if (item === undefined) return undefined;
  try {
    return {
      item: decodeURIComponent(item),
      start: Number(start),
      end: Number(end),
    };
  } catch {
    return undefined;
  }
}

/**
 * What leads from a quotation in a note to its passage: the quoted letters as they stand in the note, and the place in
 * the link. `at`: the block with the link; what of the same quotation stands before it is quoted.
 */
export function selectorsOfQuotation(
  text: string,
  blocks: readonly Block[],
  at: number,
  { start, end }: TextRange,
): readonly Selector[] {
  const before = blocks.slice(0, at);
  const from =
    before.findLastIndex(
      (block) => block.kind !== "quotation" || addressIn(block) !== undefined,
    ) + 1;
  const [first, last] = [blocks[from], before.at(-1)];
  const exact =
    first && last && from < at ? text.slice(first.start, last.end) : "";
  return [
    { type: "TextQuoteSelector", exact },
    { type: "TextPositionSelector", start, end },
  ];
}

/** The address of the passage that a block of a note names as the source of a quotation. */
export function addressIn({
  marks,
}: Pick<Block, "marks">): QuotationAddress | undefined {
  for (const { kind, target } of marks) {
    const address =
      kind === "link" ? readQuotationAddress(target ?? "") : undefined;
    if (address) return address;
  }
  return undefined;
}

/** Letters that Markdown would read as signs get a backslash; all others stay as they are. */
function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*_[\]<>~|]/gu, "\\$&")
    .replace(/&(?=#?\w+;)/gu, "\\&")
    .replace(/^(\s*)([#+=-])/u, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/u, "$1\\$2");
}
