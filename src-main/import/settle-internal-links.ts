import type { StructuredText } from "#domain/text/blocks";
import { changeMarks } from "./change-marks";

/**
 * Gives links inside a text the offset that they lead to, once all of it is written: till then their target is `#` and
 * a number, which `offsetOf` knows. Those that lead nowhere become plain text.
 */
export function settleInternalLinks(
  structured: StructuredText,
  offsetOf: (number: number) => number | undefined,
): StructuredText {
  return changeMarks(structured, (mark) => {
    if (mark.kind !== "link" || !mark.target?.startsWith("#")) return [mark];
    const offset = offsetOf(Number(mark.target.slice(1)));
    return offset === undefined ? [] : [{ ...mark, target: `#${offset}` }];
  });
}
