import { groupBy } from "./group-by";
import type { Line } from "./line";
import { marginLines, type MarginLine } from "./margin-lines";
import type { EdgeNumber } from "./page-number";
import type { Page } from "./read-page";
import { measureTypography } from "./typography";

/** Lines that stand on the pages and not in the text, and the page numbers printed there. */
export interface RunningLines {
  readonly lines: ReadonlySet<Line>;
  /** By index of the page. */
  readonly printed: ReadonlyMap<number, EdgeNumber>;
}

/** A line must come back on so many pages to be one that runs; a bare page number of a two-page paper on both. */
const LEAST_PAGES = 3;
/** So many pages apart at most, so that the title of a chapter is found by the chapter's pages. */
const WINDOW = 12;
/** Lines that run stand at the same height to within this, in points. */
const SLACK = 3;
/** From this many times the text's size on, a line is a heading. */
const LARGEST = 1.12;
/** More than this share of all letters cannot be headers and footers. */
const MOST = 0.3;

/**
 * Finds running headers, footers and page numbers: lines at the edge of the paper, set apart from the text, that come
 * back at the same height with the same words, or with a number that counts with the pages. Short documents keep all.
 */
export function findRunningLines(
  pages: readonly Page[],
  labels: readonly string[] | null,
): RunningLines {
  const nothing = { lines: new Set<Line>(), printed: new Map() };
  if (pages.length < 2) return nothing;
  // Running lines are small; what stands large at the head of a page begins a chapter.
  const { bodySize } = measureTypography(pages.map((page) => page.lines));
  const margins = pages
    .flatMap(marginLines)
    .filter(({ line }) => line.size < LARGEST * bodySize);
  const numbered = counting(margins, pages.length);
  const found = new Set<Line>([
    ...comingBack(margins),
    ...numbered.map(({ at }) => at.line),
    ...margins.filter((at) => bearsLabel(at, labels)).map(({ line }) => line),
  ]);
  const lines = new Set([...peel(margins, found), ...stamps(pages)]);
  if (isTooMuch(lines, pages)) return nothing;
  return {
    lines,
    printed: new Map(
      numbered
        .filter(({ at }) => lines.has(at.line))
        .map(({ at, number }) => [at.page, number]),
    ),
  };
}

/** A number that is the page's own by the file's word. */
function bearsLabel(
  { numbers, page, isApart }: MarginLine,
  labels: readonly string[] | null,
): boolean {
  return (
    isApart &&
    numbers.some(
      ({ where, text }) => where === "only" && text === labels?.[page],
    )
  );
}

/** Lines whose words come back at the same height. Words of numbers alone say nothing. */
function comingBack(margins: readonly MarginLine[]): Line[] {
  const groups = groupBy(
    margins.filter(({ words }) => /\p{L}/u.test(words)),
    ({ edge, words }) => `${edge} ${words}`,
  );
  return [...groups.values()].flatMap((group) =>
    group
      .filter((at, index) => {
        const isArtifact = at.line.tag?.role === "Artifact";
        if (!at.isApart && !isArtifact) return false;
        return pagesAlike(group, index) >= (isArtifact ? 2 : LEAST_PAGES);
      })
      .map(({ line }) => line),
  );
}

/** Lines with a number that grows by one with every page. */
function counting(
  margins: readonly MarginLine[],
  pageCount: number,
): { readonly at: MarginLine; readonly number: EdgeNumber }[] {
  const numbered = margins
    .filter(({ isApart }) => isApart)
    .flatMap((at) =>
      at.numbers
        .filter(({ where }) => where === "only" || isSetOff(at))
        .map((number) => ({ at, number })),
    );
  const groups = groupBy(
    numbered,
    ({ at, number }) => `${at.edge} ${number.kind} ${number.value - at.page}`,
  );
  const found = new Set<(typeof numbered)[number]>();
  const steps = new Set<string>();
  const stepOf = ({ at, number }: (typeof numbered)[number]): string =>
    `${number.kind} ${number.value - at.page}`;
  for (const group of groups.values()) {
    const all = group.map(({ at }) => at);
    group.forEach((each, index) => {
      const isBare = pageCount === 2 && each.number.where === "only";
      if (pagesAlike(all, index) < (isBare ? 2 : LEAST_PAGES)) return;
      found.add(each);
      steps.add(stepOf(each));
    });
  }
  // The first page of a chapter often bears its number elsewhere.
  for (const each of numbered)
    if (each.number.where === "only" && steps.has(stepOf(each)))
      found.add(each);
  return [...found];
}

/**
 * On how many pages nearby a group (in order of pages) has a line at the height of the one at `index`, its own page
 * included.
 */
function pagesAlike(group: readonly MarginLine[], index: number): number {
  const at = group[index] as MarginLine;
  const pages = new Set([at.page]);
  const look = (step: 1 | -1): void => {
    for (let i = index + step; ; i += step) {
      const other = group[i];
      if (!other || Math.abs(other.page - at.page) > WINDOW) return;
      if (Math.abs(other.offset - at.offset) < SLACK) pages.add(other.page);
    }
  };
  look(1);
  look(-1);
  return pages.size;
}

/** A number beside other words is a page's only when something parts them: "3. Results" heads a chapter. */
function isSetOff({ line }: MarginLine): boolean {
  return line.cells.length > 1 || /[|•·–—]/u.test(line.text);
}

/** A line inside another that does not run is text. */
function peel(
  margins: readonly MarginLine[],
  found: ReadonlySet<Line>,
): Set<Line> {
  const outermostText = new Map<string, number>();
  for (const { line, page, edge, depth } of margins) {
    if (found.has(line)) continue;
    const key = `${page} ${edge}`;
    outermostText.set(key, Math.min(depth, outermostText.get(key) ?? depth));
  }
  return new Set(
    margins
      .filter(
        ({ line, page, edge, depth }) =>
          found.has(line) &&
          depth <= (outermostText.get(`${page} ${edge}`) ?? depth),
      )
      .map(({ line }) => line),
  );
}

/** What is printed across the writing on most pages: "DRAFT", the library that made the copy. */
function stamps(pages: readonly Page[]): Line[] {
  const across = pages.flatMap((page) =>
    page.lines.filter(({ angle }) => angle !== page.angle),
  );
  const groups = groupBy(across, ({ text }) => text);
  return [...groups.values()]
    .filter((group) => {
      const count = new Set(group.map(({ page }) => page)).size;
      return count >= LEAST_PAGES && count > pages.length / 2;
    })
    .flat();
}

function isTooMuch(lines: ReadonlySet<Line>, pages: readonly Page[]): boolean {
  const count = (all: Iterable<Line>): number => {
    let letters = 0;
    for (const { text } of all) letters += text.length;
    return letters;
  };
  return count(lines) > MOST * count(pages.flatMap((page) => page.lines));
}
