import type {
  Block,
  Mark,
  StructuredText,
  TableCell,
} from "#domain/text/blocks";

/**
 * Gives links inside a text the offset that they lead to, once all of it is written: till then their target is `#` and
 * a number, which `offsetOf` knows. Those that lead nowhere become plain text.
 */
export function settleInternalLinks(
  structured: StructuredText,
  offsetOf: (number: number) => number | undefined,
): StructuredText {
  const settle = <Marked extends Block | TableCell>(marked: Marked): Marked =>
    marked.marks.some(isInternal)
      ? { ...marked, marks: marked.marks.flatMap(settleMark) }
      : marked;
  function settleMark(mark: Mark): Mark[] {
    if (!isInternal(mark)) return [mark];
    const offset = offsetOf(Number(mark.target?.slice(1)));
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
