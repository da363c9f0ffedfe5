import type { Block, StructuredText } from "#domain/text/blocks";

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
/** As many letters as decide on the direction of a block. */
const LOOKED_AT = 300;

/**
 * Says of blocks that are written from right to left that they are: many books leave it to their style sheet. More than
 * half of the letters decide, not the first one, for a sentence about a foreign word may begin with it.
 */
export function markRightToLeft(structured: StructuredText): StructuredText {
  const { text, blocks } = structured;
  if (text.search(RIGHT_TO_LEFT) < 0) return structured;
  return { ...structured, blocks: blocks.map((block) => marked(block, text)) };
}

function marked(block: Block, text: string): Block {
  if (block.direction !== undefined) return block;
  const start = text.slice(
    block.start,
    Math.min(block.end, block.start + LOOKED_AT),
  );
  const foreign = start.match(RIGHT_TO_LEFT)?.length ?? 0;
  if (foreign === 0) return block;
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  return foreign * 2 > letters ? { ...block, direction: "rtl" } : block;
}
