import type { Line } from "./lines";
import { isKeyed, isVerse, startsItem } from "./line-kinds";

/** How a text is set: what its lines mean depends on it. */
export interface Layout {
  /** Columns at which lines were broken; absent where each line is a paragraph. */
  readonly width?: number;
  /** Columns of white space before ordinary lines. */
  readonly indent: number;
  /** Paragraphs begin with an indented line. */
  readonly indentsFirstLines: boolean;
  /** Nearly all letters are capitals, so that they mean nothing. */
  readonly isAllCapitals: boolean;
}

/** Lines longer than this were not broken by hand or by a mail program. */
const LONGEST_WRAPPED = 140;
const NARROWEST = 36;

/** Looks at the chunks of a text for the width at which it was broken and its indents. */
export function measureLayout(chunks: readonly (readonly Line[])[]): Layout {
  const isAllCapitals = isMostlyCapitals(chunks);
  const width = measureWidth(chunks, isAllCapitals);
  return {
    ...(width === undefined ? {} : { width }),
    indent: commonIndent(chunks),
    indentsFirstLines: indentsFirstLines(chunks),
    isAllCapitals,
  };
}

/** Tells whether the word after a line would not have fitted on it, with some columns to spare. */
export function isFull(
  line: Line,
  next: Line,
  width: number,
  spare: number,
): boolean {
  const word = /^\S+/u.exec(next.text)?.[0] ?? "";
  const isWide = /^[\u2E80-\u9FFF\uF900-\uFAFF]/u.test(word);
  return line.right + (isWide ? 2 : 1 + word.length) > width - spare;
}

/** Share of the breaks of a chunk at which the next word would not have fitted. */
export function filledShare(
  lines: readonly Line[],
  width: number,
  spare: number,
): number {
  if (lines.length < 2) return 0;
  const full = lines.filter((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && isFull(line, next, width, spare);
  });
  return full.length / (lines.length - 1);
}

function measureWidth(
  chunks: readonly (readonly Line[])[],
  isAllCapitals: boolean,
): number | undefined {
  const wrapped = chunks.filter(
    (chunk) =>
      chunk.length > 1 &&
      !isKeyed(chunk) &&
      !chunk.every((line) => startsItem(line.text)) &&
      (isAllCapitals || !isVerse(chunk)),
  );
  const rights = wrapped
    .flatMap((chunk) => chunk.slice(0, -1).map(({ right }) => right))
    .sort((a, b) => a - b);
  const usual = rights.filter((right) => right <= LONGEST_WRAPPED);
  if (rights.length < 2 || usual.length < rights.length * 0.8) return undefined;
  const width = usual[Math.floor((usual.length - 1) * 0.98)] ?? 0;
  if (width < NARROWEST) return undefined;
  const shares = wrapped.map((chunk) => [
    filledShare(chunk, width, width * 0.15) * (chunk.length - 1),
    chunk.length - 1,
  ]);
  const full = shares.reduce((sum, [share = 0]) => sum + share, 0);
  const all = shares.reduce((sum, [, breaks = 0]) => sum + breaks, 0);
  return full / all >= 0.5 ? width : undefined;
}

function commonIndent(chunks: readonly (readonly Line[])[]): number {
  const letters = new Map<number, number>();
  for (const chunk of chunks)
    for (const { indent, text, quote } of chunk.length > 1
      ? chunk.slice(1)
      : chunk)
      if (quote === 0)
        letters.set(indent, (letters.get(indent) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function indentsFirstLines(chunks: readonly (readonly Line[])[]): boolean {
  const many = chunks.filter(
    (chunk) => chunk.length > 1 && !chunk.every(({ text }) => startsItem(text)),
  );
  const indented = many.filter(
    ([first, second]) => first && second && first.indent >= second.indent + 2,
  );
  return indented.length > 0 && indented.length >= many.length * 0.4;
}

function isMostlyCapitals(chunks: readonly (readonly Line[])[]): boolean {
  let [upper, lower] = [0, 0];
  for (const chunk of chunks)
    for (const { text } of chunk) {
      upper += text.match(/\p{Lu}/gu)?.length ?? 0;
      lower += text.match(/\p{Ll}/gu)?.length ?? 0;
    }
  return upper > 200 && upper > lower * 2;
}
