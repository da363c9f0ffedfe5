import type { Block, Mark, StructuredText } from "#domain/text/blocks";
import { webAddress } from "./web-address";

/**
 * Turns links to anchors of the same document (`#name`) into links to offsets (`#12`), once every anchor's place is
 * known. A link to nowhere, or to an address a reader of texts may not follow, loses its mark and keeps its letters.
 */
export function resolveAnchors(
  structured: StructuredText,
  anchors: ReadonlyMap<string, number>,
): StructuredText {
  const last = structured.text.length;
  const inMarks = (marks: readonly Mark[]): Mark[] =>
    marks.flatMap((mark) => {
      if (mark.kind !== "link") return [mark];
      const target = resolved(mark.target ?? "", anchors, last);
      return target === undefined ? [] : [{ ...mark, target }];
    });
  const inBlock = (block: Block): Block => ({
    ...block,
    marks: inMarks(block.marks),
    ...(block.rows
      ? {
          rows: block.rows.map((row) =>
            row.map((cell) => ({ ...cell, marks: inMarks(cell.marks) })),
          ),
        }
      : {}),
  });
  return { ...structured, blocks: structured.blocks.map(inBlock) };
}

function resolved(
  target: string,
  anchors: ReadonlyMap<string, number>,
  last: number,
): string | undefined {
  if (!target.startsWith("#")) return webAddress(target);
  const offset = anchors.get(target.slice(1));
  return offset === undefined ? undefined : `#${Math.min(offset, last)}`;
}
