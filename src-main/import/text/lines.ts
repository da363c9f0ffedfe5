/** One line of a text that is not blank. */
export interface Line {
  /** Without the white space and the `>` signs before it, and without white space after it. */
  readonly text: string;
  /** Columns of white space before the text (after the `>` signs); a tab reaches to the next multiple of eight. */
  readonly indent: number;
  /** Column after the last letter; wide letters of East Asian scripts take two. */
  readonly right: number;
  /** How many `>` signs stand before it. */
  readonly quote: number;
  /** How many blank lines stand before it. */
  readonly gap: number;
  /** The page of the source that begins with this line, as printed there. */
  readonly page?: string;
}

const TAB = 8;
const QUOTE_SIGNS = /^ ?(?:>[ ]?)+/u;
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/gu;
/** Letters that nobody sees and that only hinder finding: soft hyphens, control characters, a stray mark. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\uFEFF]/gu;

/** Cuts a text into its lines that are not blank, whatever its line ends are. */
export function cutLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const raw of normaliseBreaks(text).split("\n")) {
    const line = cutLine(raw, gap);
    if (line) lines.push(line);
    gap = line ? 0 : gap + 1;
  }
  return lines;
}

/** Line ends as `\n`, unseen letters gone. Form feeds stay. */
export function normaliseBreaks(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v]/gu, "\n")
    .replace(UNSEEN, "");
}

/** The column after the last letter of the longest line. */
export function widest(lines: readonly Line[]): number {
  return lines.reduce((most, { right }) => Math.max(most, right), 0);
}

/** The least white space that a line begins with. */
export function marginOf(lines: readonly Line[]): number {
  return lines.reduce((least, { indent }) => Math.min(least, indent), Infinity);
}

/** Columns that a text takes. */
export function widthOf(text: string): number {
  // eslint-disable-next-line no-control-regex
  return /^[\u0000-\u10FF]*$/u.test(text)
    ? text.length
    : text.length + (text.match(WIDE)?.length ?? 0);
}

function cutLine(raw: string, gap: number): Line | undefined {
  const signs = QUOTE_SIGNS.exec(raw)?.[0] ?? "";
  const rest = raw.slice(signs.length).trimEnd();
  const text = rest.trimStart();
  if (text === "") return undefined;
  const indent = columnsOf(rest.slice(0, rest.length - text.length));
  return {
    text,
    indent,
    right: signs.length + indent + widthOf(text),
    quote: signs.replaceAll(" ", "").length,
    gap,
  };
}

function columnsOf(space: string): number {
  let columns = 0;
  for (const letter of space) {
    if (letter === "\t") columns += TAB - (columns % TAB);
    else columns += letter === "\u3000" ? 2 : 1;
  }
  return columns;
}
