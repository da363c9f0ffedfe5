import type { Line } from "./line";
import { textOf, type Paragraph, type TableRows } from "./paragraph";
import type { Typography } from "./typography";

/** A note at the foot of a page. */
export interface Note {
  readonly label: string;
  /** Letters of the label at its beginning, with the space after them; 0 in its later paragraphs. */
  readonly length: number;
}

/** The notes of a page, and what the references to them are called in the whole document. */
export interface PageNotes {
  readonly notes: ReadonlyMap<Paragraph, Note>;
  /** From what is printed to the label. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Notes are smaller than the text by at least so much. */
const SMALLER = 0.94;
const SIGN = /^(?:\d{1,3}|[*∗†‡§¶]{1,3}|\p{Ll})$/u;
const AT_START = /^(\d{1,3}|[*∗†‡§¶]{1,3})[.)]?\s+(?=\S)/u;

/**
 * Finds the notes of a page: small paragraphs at the foot of a column that begin with a sign which stands raised in the
 * page's text. `taken` holds the labels of earlier pages, and gets those of this one.
 */
export function findNotes(
  paragraphs: readonly (Paragraph | TableRows)[],
  typography: Typography,
  pageLabel: string,
  taken: Set<string>,
): PageNotes {
  const notes = new Map<Paragraph, Note>();
  const labels = new Map<string, string>();
  const feet = atFoot(paragraphs, typography);
  if (feet.length === 0) return { notes, labels };
  const small = new Set(feet);
  const signs = raisedSigns(
    paragraphs.filter((each) => !small.has(each as Paragraph)),
  );
  let current: string | undefined;
  for (const paragraph of feet) {
    const sign = signOf(paragraph);
    if (sign && signs.has(sign.text)) {
      current = taken.has(sign.text)
        ? `${sign.text} (p. ${pageLabel})`
        : sign.text;
      taken.add(current);
      labels.set(sign.text, current);
      notes.set(paragraph, { label: current, length: sign.length });
    } else if (current !== undefined && !sign)
      notes.set(paragraph, { label: current, length: 0 });
  }
  return { notes, labels };
}

/** Small paragraphs after which nothing larger comes in their column. */
function atFoot(
  paragraphs: readonly (Paragraph | TableRows)[],
  typography: Typography,
): Paragraph[] {
  const found: Paragraph[] = [];
  let isFoot = true;
  for (const paragraph of [...paragraphs].reverse()) {
    const [line] = paragraph.lines;
    const isSmall =
      paragraph.shape === "text" &&
      line !== undefined &&
      (line.size <= SMALLER * typography.bodySize ||
        /^(?:FE)?Note$/u.test(line.tag?.role ?? ""));
    if (isSmall && isFoot) found.unshift(paragraph);
    // Above the first paragraph of a column lies the foot of another.
    isFoot =
      (isFoot && isSmall) ||
      (paragraph.shape === "text" && paragraph.above === Infinity);
  }
  return found;
}

function raisedSigns(
  paragraphs: readonly { readonly lines: readonly Line[] }[],
): Set<string> {
  const signs = new Set<string>();
  for (const { lines } of paragraphs)
    for (const { cells } of lines)
      for (const { runs } of cells)
        for (const run of runs)
          if (run.shift === "superscript")
            for (const sign of run.text.split(/[,\s]+/u))
              if (SIGN.test(sign)) signs.add(sign);
  return signs;
}

function signOf(
  paragraph: Paragraph,
): { readonly text: string; readonly length: number } | undefined {
  const run = paragraph.lines[0]?.cells[0]?.runs[0];
  const text = textOf(paragraph);
  if (run?.shift === "superscript" && SIGN.test(run.text.trim()))
    return {
      text: run.text.trim(),
      length:
        run.text.length +
        (/^\s*/u.exec(text.slice(run.text.length))?.[0].length ?? 0),
    };
  const sign = AT_START.exec(text);
  return sign ? { text: sign[1] as string, length: sign[0].length } : undefined;
}
