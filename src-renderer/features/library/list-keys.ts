/** How a list lies on the screen: for finding where a key leads. */
export interface ListShape {
  readonly total: number;
  /** Rows of a table are one wide, a shelf several. */
  readonly perRow: number;
  /** How many items one window holds. */
  readonly perPage: number;
}

/** The index a key leads to from another; `undefined` for keys that do not move. */
export function moveBy(
  key: string,
  from: number,
  { total, perRow, perPage }: ListShape,
): number | undefined {
  const page = Math.max(perRow, perPage - perRow);
  const to: Readonly<Record<string, number | undefined>> = {
    ArrowDown: from + perRow,
    ArrowUp: from - perRow,
    ArrowRight: perRow > 1 ? from + 1 : undefined,
    ArrowLeft: perRow > 1 ? from - 1 : undefined,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: total - 1,
  };
  const index = to[key];
  if (index === undefined || total === 0) return undefined;
  // Up from the first line and down from the last stay where they are.
  const isStep = key === "ArrowDown" || key === "ArrowUp";
  if (isStep && (index < 0 || index >= total)) return from;
  return Math.max(0, Math.min(total - 1, index));
}
