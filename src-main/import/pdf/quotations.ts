import { endOf, farthestEnd, startOf } from "./flow";
import type { Line } from "./line";
import type { Paragraph } from "./paragraph";

/** A quotation is set in by so many sizes on either side. */
const SET_IN = 0.9;

/** Whether a paragraph of several lines is set in on both sides of its column, as long quotations are. */
export function isQuotation(paragraph: Paragraph): boolean {
  const { lines, start, end, marker } = paragraph;
  const role = lines[0]?.tag?.role;
  if (role === "BlockQuote") return true;
  if (role !== undefined && !/^(?:P|Artifact)$/u.test(role)) return false;
  if (marker || lines.length < 2) return false;
  const size = (lines[0] as Line).size;
  const reach = farthestEnd(lines);
  // Lines of verse end anywhere; those of a paragraph fill its width but for the last.
  const full = lines
    .slice(0, -1)
    .filter((line) => reach - endOf(line) < 4 * size);
  const left = startOf(lines.at(-1) as Line);
  return (
    lines.slice(1).every((line) => startOf(line) - start > SET_IN * size) &&
    lines
      .slice(1)
      .every((line) => Math.abs(startOf(line) - left) < 0.5 * size) &&
    Math.abs(startOf(lines[0] as Line) - left) < 3 * size &&
    end - reach > SET_IN * size &&
    full.length > 0.7 * (lines.length - 1)
  );
}
