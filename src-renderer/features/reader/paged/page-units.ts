import type { Axis, Span } from "../axis";

/** Something that a page shows whole or not at all: a line, a row of a table, a picture. */
export interface PageUnit extends Span {
  /** Does not stand last on a page. */
  readonly isHeading: boolean;
}

/** The units of an element of the text (a block, the title over it, what stands after it), in order. */
export function unitsOf(element: HTMLElement, axis: Axis): PageUnit[] {
  const isHeading = element.querySelector(":is(h2, h3, h4, h5, h6)") !== null;
  const whole = (node: Element): PageUnit => ({
    ...axis.span(node.getBoundingClientRect()),
    isHeading,
  });
  if (!element.classList.contains("block")) return [whole(element)];
  const rows = [...element.querySelectorAll("tr")];
  if (rows.length > 0) return rows.map(whole);
  if (element.querySelector("figure, hr")) return [whole(element)];
  const owner = element.querySelector<HTMLElement>("[data-start]");
  return owner ? linesOf(owner, axis, isHeading) : [];
}

/** Lines have the height that the type gives them, whatever the letters in them reach up or down. */
function linesOf(
  owner: HTMLElement,
  axis: Axis,
  isHeading: boolean,
): PageUnit[] {
  const range = document.createRange();
  range.selectNodeContents(owner);
  const height = parseFloat(getComputedStyle(owner).lineHeight);
  const centres = [...range.getClientRects()]
    .filter(({ width, height: tall }) => width > 0 && tall > 0)
    .map((box) => axis.span(box))
    .map(({ start, end }) => (start + end) / 2)
    .sort((a, b) => a - b);
  const lines: number[] = [];
  for (const centre of centres)
    if (lines.length === 0 || centre - (lines.at(-1) ?? 0) > height / 2)
      lines.push(centre);
  return lines.map((centre) => ({
    start: centre - height / 2,
    end: centre + height / 2,
    isHeading,
  }));
}

/**
 * Where the page after the one that begins at `start` begins: the first unit that does not fit into `extent`, with the
 * headings directly before it. `undefined` when all of it fits. A unit larger than a page is cut.
 */
export function nextPageStart(
  units: readonly PageUnit[],
  start: number,
  extent: number,
): number | undefined {
  const first = units.findIndex((unit) => unit.start >= start - 1);
  if (first < 0) return undefined;
  let at = units.findIndex(
    ({ end }, index) => index >= first && end > start + extent + 1,
  );
  if (at < 0) return undefined;
  if (at === first) return start + extent;
  while (at - 1 > first && units[at - 1]?.isHeading === true) at -= 1;
  return units[at]?.start;
}

/** Where the page begins that ends where another begins: as early as all between them fits. */
export function previousPageStart(
  units: readonly PageUnit[],
  start: number,
  extent: number,
): number | undefined {
  const before = units.filter((unit) => unit.start < start - 1);
  if (before.length === 0) return undefined;
  const fitting = before.find((unit) => start - unit.start <= extent + 1);
  return fitting?.start ?? start - extent;
}
