import type { SortColumn } from "#bridge/contract/catalogue";
import { LIBRARY_COLUMNS, type LibraryColumn } from "#bridge/contract/settings";

export const COLUMN_WORDS: Readonly<Record<LibraryColumn | "title", string>> = {
  title: "Title",
  creator: "By",
  kind: "Kind",
  date: "Date",
  language: "Language",
  words: "Words",
  progress: "Read",
  added: "Added",
};

/** In CSS pixels. */
const WIDTHS: Readonly<Record<LibraryColumn, number>> = {
  creator: 160,
  kind: 92,
  date: 140,
  language: 100,
  words: 70,
  progress: 84,
  added: 108,
};
const LEAST_TITLE = 180;

/** Which of the chosen columns stay longest where there is little room. */
const BY_WORTH: readonly LibraryColumn[] = [
  "progress",
  "date",
  "creator",
  "kind",
  "words",
  "added",
  "language",
];

/** Those of the chosen columns that fit beside a readable title, in the order in which they were chosen. */
export function fitColumns(
  chosen: readonly LibraryColumn[],
  width: number,
): LibraryColumn[] {
  const fitting = new Set<LibraryColumn>();
  let left = width - LEAST_TITLE;
  for (const column of BY_WORTH) {
    if (!chosen.includes(column) || WIDTHS[column] > left) continue;
    left -= WIDTHS[column];
    fitting.add(column);
  }
  return chosen.filter((column) => fitting.has(column));
}

/** The `grid-template-columns` of a row. */
export function columnTracks(columns: readonly LibraryColumn[]): string {
  return [
    "minmax(0, 1fr)",
    ...columns.map((column) => `${WIDTHS[column]}px`),
  ].join(" ");
}

/** Adds or takes away a column; they keep the order in which the program lists them. */
export function toggleColumn(
  chosen: readonly LibraryColumn[],
  column: LibraryColumn,
): LibraryColumn[] {
  const isChosen = chosen.includes(column);
  return LIBRARY_COLUMNS.filter((each) =>
    each === column ? !isChosen : chosen.includes(each),
  );
}

export const SORT_WORDS: Readonly<Record<SortColumn, string>> = {
  order: "Reading order",
  title: "Title",
  creator: "Creator",
  date: "Date",
  kind: "Kind",
  language: "Language",
  words: "Length",
  progress: "Progress",
  added: "Date added",
};
