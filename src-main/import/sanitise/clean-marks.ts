import type { Mark, MarkKind, TextRange } from "#domain/text/blocks";
import { beforePair, cleanLine } from "./clean-text";
import { fieldsOf, listOf, oneOf, wholeNumber } from "./plain-values";

const MARK_KINDS: readonly MarkKind[] = [
  "emphasis",
  "strong",
  "code",
  "strikethrough",
  "underline",
  "superscript",
  "subscript",
  "small-caps",
  "formula",
  "link",
  "footnote-reference",
];

/** Marks over one block; more than this is no text. */
const MOST_MARKS = 100_000;
const MOST_ADDRESS = 4_000;
export const MOST_LABEL = 100;

/** What marks are measured by. */
export interface MarkLimits {
  readonly text: string;
  /** Labels of the footnotes that there are. */
  readonly labels: ReadonlySet<string>;
}

/** Keeps the marks that lie inside a stretch, over something, and lead where marks may lead. */
export function cleanMarks(
  marks: unknown,
  within: TextRange,
  limits: MarkLimits,
): Mark[] {
  return listOf(marks, MOST_MARKS)
    .map((mark) => cleanMark(mark, within, limits))
    .filter((mark) => mark !== undefined);
}

function cleanMark(
  mark: unknown,
  within: TextRange,
  limits: MarkLimits,
): Mark | undefined {
  const fields = fieldsOf(mark);
  const kind = oneOf(fields["kind"], MARK_KINDS);
  const range = rangeWithin(fields, within, limits.text);
  if (!kind || !range || range.start >= range.end) return undefined;
  if (kind === "link") {
    const target = linkTarget(fields["target"], limits.text.length);
    return target === undefined ? undefined : { kind, ...range, target };
  }
  if (kind !== "footnote-reference") return { kind, ...range };
  const label = cleanLine(fields["target"], MOST_LABEL);
  // A reference to a note that is not there is only a raised number.
  return label !== undefined && limits.labels.has(label)
    ? { kind, ...range, target: label }
    : { kind: "superscript", ...range };
}

/** A stretch cut to what lies within another one; `undefined` where nothing of it does. */
export function rangeWithin(
  value: unknown,
  within: TextRange,
  text: string,
): TextRange | undefined {
  const fields = fieldsOf(value);
  const start = wholeNumber(fields["start"], 0, Number.MAX_SAFE_INTEGER);
  const end = wholeNumber(fields["end"], 0, Number.MAX_SAFE_INTEGER);
  if (start === undefined || end === undefined || end < start) return undefined;
  const range = {
    start: beforePair(text, Math.max(start, within.start)),
    end: beforePair(text, Math.min(end, within.end)),
  };
  return range.start <= range.end && range.start >= within.start
    ? range
    : undefined;
}

/** An address that a link may lead to; `undefined` for any other. */
export function linkTarget(
  target: unknown,
  textLength: number,
): string | undefined {
  if (typeof target !== "string" || target.length > MOST_ADDRESS)
    return undefined;
  if (/^#\d{1,10}$/u.test(target))
    return Number(target.slice(1)) <= textLength ? target : undefined;
  try {
    const { protocol, href } = new URL(target);
    const isAllowed = /^(?:https?|mailto):$/u.test(protocol);
    return isAllowed && href.length <= MOST_ADDRESS ? href : undefined;
  } catch {
    return undefined;
  }
}
