import type {
  Block,
  Mark,
  StructuredText,
  TableCell,
} from "#domain/text/blocks";
import type { WrittenBook } from "./write-book";

/** Gives links inside the book the offset they lead to; those that lead to nothing that was read become plain text. */
export function settleLinks({
  structured,
  anchors,
  linked,
}: WrittenBook): StructuredText {
  const offsets = linked.map((place) => anchors.find(place));
  const settle = <Marked extends Block | TableCell>(marked: Marked): Marked =>
    marked.marks.some(isInternal)
      ? { ...marked, marks: marked.marks.flatMap(settleMark) }
      : marked;
  function settleMark(mark: Mark): Mark[] {
    if (!isInternal(mark)) return [mark];
    const offset = offsets[Number(mark.target?.slice(1))];
    return offset === undefined ? [] : [{ ...mark, target: `#${offset}` }];
  }
  return {
    ...structured,
    blocks: structured.blocks.map((block) => {
      const settled = settle(block);
      return settled.rows
        ? { ...settled, rows: settled.rows.map((row) => row.map(settle)) }
        : settled;
    }),
  };
}

function isInternal({ kind, target }: Mark): boolean {
  return kind === "link" && target?.startsWith("#") === true;
}
