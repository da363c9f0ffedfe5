import type { Block } from "#domain/text/blocks";

/** Blocks that belong in one element: the entries of a list, the paragraphs of a quotation, the footnotes. */
export interface BlockGroup {
  readonly kind:
    "single" | "list" | "numbered-list" | "quotation" | "footnotes";
  readonly blocks: readonly [Block, ...Block[]];
}

/** Gathers neighbouring blocks of one kind. */
export function groupBlocks(blocks: readonly Block[]): BlockGroup[] {
  const groups: { kind: BlockGroup["kind"]; blocks: [Block, ...Block[]] }[] =
    [];
  for (const block of blocks) {
    const kind = groupKind(block);
    const last = groups.at(-1);
    if (last && kind !== "single" && last.kind === kind)
      last.blocks.push(block);
    else groups.push({ kind, blocks: [block] });
  }
  return groups;
}

function groupKind(block: Block): BlockGroup["kind"] {
  if (block.kind === "list-item")
    return block.number === undefined ? "list" : "numbered-list";
  if (block.kind === "quotation") return "quotation";
  if (block.kind === "footnote") return "footnotes";
  return "single";
}
