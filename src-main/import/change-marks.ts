import type {
  Block,
  Mark,
  StructuredText,
  TableCell,
} from "#domain/text/blocks";

/** Puts other marks, or none, in the place of each, in blocks and the cells of their tables. The letters stay. */
export function changeMarks(
  structured: StructuredText,
  change: (mark: Mark) => readonly Mark[],
): StructuredText {
  const changed = <Marked extends Block | TableCell>(marked: Marked): Marked =>
    marked.marks.length === 0
      ? marked
      : { ...marked, marks: marked.marks.flatMap(change) };
  return {
    ...structured,
    blocks: structured.blocks.map((block) => {
      const { rows } = block;
      return rows
        ? { ...changed(block), rows: rows.map((row) => row.map(changed)) }
        : changed(block);
    }),
  };
}
