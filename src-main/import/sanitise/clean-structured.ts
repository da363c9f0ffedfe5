import type {
  Block,
  BlockKind,
  ContentsEntry,
  PageStart,
  StructuredText,
  TableCell,
  TextRange,
} from "#domain/text/blocks";
import {
  cleanMarks,
  MOST_LABEL,
  rangeWithin,
  type MarkLimits,
} from "./clean-marks";
import { beforePair, cleanLine, cleanText } from "./clean-text";
import { fieldsOf, listOf, oneOf, wholeNumber } from "./plain-values";

const BLOCK_KINDS: readonly BlockKind[] = [
  "heading",
  "paragraph",
  "list-item",
  "quotation",
  "code",
  "table",
  "rule",
  "figure",
  "footnote",
];

const MOST_BLOCKS = 2_000_000;
const MOST_CELLS_IN_ROW = 1_000;
const MOST_ROWS = 200_000;
const MOST_PAGES = 200_000;
const DEEPEST = 20;

interface Limits extends MarkLimits {
  readonly idOf: (given: unknown) => string | undefined;
}

/** Brings a text with its blocks, pages and contents into order. `idOf` knows the pictures that there are. */
export function cleanStructured(
  structured: unknown,
  idOf: (given: unknown) => string | undefined,
): StructuredText {
  const fields = fieldsOf(structured);
  const text = cleanText(fields["text"]);
  const given = listOf(fields["blocks"], MOST_BLOCKS);
  const limits = { text, idOf, labels: labelsOf(given) };
  const pages = cleanPages(fields["pages"], text);
  const contents = cleanContents(fields["contents"], text);
  const language = cleanLanguage(fields["language"]);
  return {
    version: wholeNumber(fields["version"], 0, 1_000_000) ?? 0,
    text,
    blocks: cleanBlocks(given, limits),
    ...(pages.length > 0 ? { pages } : {}),
    ...(contents.length > 0 ? { contents } : {}),
    ...(language === undefined ? {} : { language }),
  };
}

/** A language tag (BCP 47); `undefined` for anything else. */
export function cleanLanguage(language: unknown): string | undefined {
  return typeof language === "string" &&
    language.length <= 35 &&
    /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/iu.test(language)
    ? language
    : undefined;
}

function labelsOf(blocks: readonly unknown[]): Set<string> {
  const labels = new Set<string>();
  for (const block of blocks) {
    const label = cleanLine(fieldsOf(block)["label"], MOST_LABEL);
    if (label !== undefined) labels.add(label);
  }
  return labels;
}

function cleanBlocks(blocks: readonly unknown[], limits: Limits): Block[] {
  const clean: Block[] = [];
  let end = 0;
  for (const block of blocks) {
    const within = { start: end, end: limits.text.length };
    const one = cleanBlock(block, within, limits);
    if (!one) continue;
    clean.push(one);
    end = one.end;
  }
  return clean;
}

function cleanBlock(
  block: unknown,
  within: TextRange,
  limits: Limits,
): Block | undefined {
  const fields = fieldsOf(block);
  const range = rangeWithin(fields, within, limits.text);
  const kind = oneOf(fields["kind"], BLOCK_KINDS);
  if (!range || !kind) return undefined;
  const rows = kind === "table" ? cleanRows(fields["rows"], range, limits) : [];
  const label = cleanLine(fields["label"], MOST_LABEL);
  const kept = keptKind(kind, rows.length > 0, label !== undefined);
  const marks = cleanMarks(fields["marks"], range, limits);
  const picture =
    kept === "figure" ? cleanPicture(fields, limits.idOf) : undefined;
  const isShown =
    range.end > range.start ||
    kept === "rule" ||
    picture?.resource !== undefined;
  if (!isShown) return undefined;
  const level = cleanLevel(fields["level"], kept);
  const number =
    kept === "list-item"
      ? wholeNumber(fields["number"], -10_000_000, 10_000_000)
      : undefined;
  const language = cleanLanguage(fields["language"]);
  return {
    kind: kept,
    ...range,
    marks,
    ...(level === undefined ? {} : { level }),
    ...(number === undefined ? {} : { number }),
    ...(label === undefined ? {} : { label }),
    ...picture,
    ...(language === undefined ? {} : { language }),
    ...(fields["direction"] === "rtl" ? { direction: "rtl" as const } : {}),
    ...(rows.length > 0 ? { rows } : {}),
  };
}

/** A table without rows and a footnote without its label are paragraphs. */
function keptKind(
  kind: BlockKind,
  hasRows: boolean,
  hasLabel: boolean,
): BlockKind {
  const isBroken =
    (kind === "table" && !hasRows) || (kind === "footnote" && !hasLabel);
  return isBroken ? "paragraph" : kind;
}

function cleanLevel(level: unknown, kind: BlockKind): number | undefined {
  if (kind !== "heading" && kind !== "list-item" && kind !== "quotation")
    return undefined;
  const most = kind === "heading" ? 6 : DEEPEST;
  const given = wholeNumber(level, 1, Number.MAX_SAFE_INTEGER);
  return Math.min(given ?? 1, most);
}

function cleanPicture(
  fields: Readonly<Record<string, unknown>>,
  idOf: (given: unknown) => string | undefined,
): { readonly resource?: string; readonly alt?: string } {
  const resource = idOf(fields["resource"]);
  const alt = cleanLine(fields["alt"], 5_000);
  return {
    ...(resource === undefined ? {} : { resource }),
    ...(alt === undefined ? {} : { alt }),
  };
}

function cleanRows(
  rows: unknown,
  within: TextRange,
  limits: MarkLimits,
): TableCell[][] {
  let start = within.start;
  return listOf(rows, MOST_ROWS)
    .map((row) =>
      listOf(row, MOST_CELLS_IN_ROW).flatMap((cell) => {
        const range = rangeWithin(
          cell,
          { start, end: within.end },
          limits.text,
        );
        if (!range) return [];
        start = range.end;
        return [cleanCell(cell, range, limits)];
      }),
    )
    .filter((row) => row.length > 0);
}

function cleanCell(
  cell: unknown,
  range: TextRange,
  limits: MarkLimits,
): TableCell {
  const fields = fieldsOf(cell);
  const align = oneOf(fields["align"], ["left", "right", "center"]);
  return {
    ...range,
    isHeader: fields["isHeader"] === true,
    ...(align === undefined ? {} : { align }),
    marks: cleanMarks(fields["marks"], range, limits),
  };
}

function cleanPages(pages: unknown, text: string): PageStart[] {
  return inOrder(
    listOf(pages, MOST_PAGES).flatMap((page) => {
      const fields = fieldsOf(page);
      const label = cleanLine(fields["label"], 40);
      const start = wholeNumber(fields["start"], 0, text.length);
      return label === undefined || start === undefined
        ? []
        : [{ label, start: beforePair(text, start) }];
    }),
  );
}

function cleanContents(contents: unknown, text: string): ContentsEntry[] {
  return listOf(contents, MOST_PAGES).flatMap((entry) => {
    const fields = fieldsOf(entry);
    const title = cleanLine(fields["title"], 500);
    const level = wholeNumber(fields["level"], 1, Number.MAX_SAFE_INTEGER) ?? 1;
    const start = wholeNumber(fields["start"], 0, text.length);
    return title === undefined || start === undefined
      ? []
      : [
          {
            title,
            level: Math.min(level, DEEPEST),
            start: beforePair(text, start),
          },
        ];
  });
}

function inOrder<Place extends { readonly start: number }>(
  places: readonly Place[],
): Place[] {
  return [...places].sort((a, b) => a.start - b.start);
}
