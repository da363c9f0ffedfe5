import type { ContentsEntry, PageStart } from "#domain/text/blocks";
import type { ReadWarning } from "../reader";
import type { BookAnchors } from "./book-anchors";
import type { BookContents, BookEntry } from "./read-contents";

/** The book's contents and pages over its canonical text. */
export interface PlacedContents {
  /** In the order of the book's own contents, which need not be that of the text. */
  readonly contents: readonly ContentsEntry[];
  /** In the order of the text. */
  readonly pages: readonly PageStart[];
  readonly warnings: readonly ReadWarning[];
}

/**
 * Finds the entries of the contents in the text. One that leads nowhere, as one that only gathers others, begins where
 * the next below it begins, or else where the one before it did: it stays in the contents all the same.
 */
export function placeContents(
  { entries, pages }: BookContents,
  anchors: BookAnchors,
): PlacedContents {
  const starts = entries.map(({ place }) => place && anchors.find(place));
  const contents: ContentsEntry[] = [];
  entries.forEach(({ title, level }, index) => {
    const start =
      starts[index] ??
      firstBelow(entries, starts, index) ??
      contents.at(-1)?.start ??
      0;
    contents.push({ title, level, start });
  });
  const lost = entries.filter(
    ({ place }, index) => place && starts[index] === undefined,
  );
  return {
    contents,
    pages: pages
      .flatMap(({ label, place }) => {
        const start = anchors.findExact(place);
        return start === undefined ? [] : [{ label, start }];
      })
      .sort((a, b) => a.start - b.start),
    warnings: lost[0]
      ? [
          {
            code: "contents-lead-nowhere",
            detail: `${lost.length}, first ${lost[0].title}`,
          },
        ]
      : [],
  };
}

function firstBelow(
  entries: readonly BookEntry[],
  starts: readonly (number | undefined)[],
  index: number,
): number | undefined {
  const level = entries[index]?.level ?? 0;
  for (let next = index + 1; next < entries.length; next += 1) {
    if ((entries[next]?.level ?? 0) <= level) return undefined;
    if (starts[next] !== undefined) return starts[next];
  }
  return undefined;
}
