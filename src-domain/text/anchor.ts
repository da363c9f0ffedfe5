import type { TextRange } from "./blocks";
import type {
  Anchor,
  Selector,
  TextPositionSelector,
  TextQuoteSelector,
} from "./selectors";

/** Letters of context kept on each side of a quotation. */
export const CONTEXT_LENGTH = 32;

/**
 * Finds where selectors lead in a canonical text, as a pure function. The quotation must stand there letter for
 * letter: at the described position (`exact`), or elsewhere when it stands only once or its context tells one place
 * apart (`moved`, or `exact` when no position was described). Anything less is an orphan: a wrong place is worse.
 */
export function anchor(text: string, selectors: readonly Selector[]): Anchor {
  const quote = selectors.find(
    (each): each is TextQuoteSelector => each.type === "TextQuoteSelector",
  );
  const position = selectors.find(
    (each): each is TextPositionSelector =>
      each.type === "TextPositionSelector",
  );
  if (!quote)
    return position ? anchorByPosition(text, position) : { state: "orphan" };
  if (quote.exact === "") return { state: "orphan" };

  if (
    position &&
    standsAt(text, quote.exact, position.start) &&
    position.end === position.start + quote.exact.length
  ) {
    if (isContextual(text, quote, position.start))
      return { state: "exact", start: position.start, end: position.end };
  }
  const start = chooseOccurrence(text, quote);
  if (start === undefined) return { state: "orphan" };
  const end = start + quote.exact.length;
  return {
    state: position && position.start !== start ? "moved" : "exact",
    start,
    end,
  };
}

/** Describes a range by the two selectors that lead back to it. @throws RangeError for a range outside the text */
export function describe(
  text: string,
  range: TextRange,
): [TextQuoteSelector, TextPositionSelector] {
  const { start, end } = range;
  if (
    !Number.isInteger(start) ||
    !Number.isInteger(end) ||
    start < 0 ||
    end > text.length ||
    start >= end
  ) {
    throw new RangeError(
      `No such range in a text of ${text.length} units: ${start}-${end}`,
    );
  }
  return [
    {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
      suffix: text.slice(end, end + CONTEXT_LENGTH),
    },
    { type: "TextPositionSelector", start, end },
  ];
}

/** How many anchors are in each state; the three always add up to all. */
export function countAnchors(anchors: readonly Anchor[]): {
  exact: number;
  moved: number;
  orphan: number;
} {
  const counts = { exact: 0, moved: 0, orphan: 0 };
  for (const each of anchors) counts[each.state] += 1;
  return counts;
}

/** Every place where `exact` stands, overlapping ones included. */
export function findOccurrences(text: string, exact: string): number[] {
  const starts: number[] = [];
  if (exact === "") return starts;
  for (
    let at = text.indexOf(exact);
    at !== -1;
    at = text.indexOf(exact, at + 1)
  )
    starts.push(at);
  return starts;
}

function anchorByPosition(
  text: string,
  { start, end }: TextPositionSelector,
): Anchor {
  const isInside =
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    start < end &&
    end <= text.length;
  return isInside ? { state: "exact", start, end } : { state: "orphan" };
}

function chooseOccurrence(
  text: string,
  quote: TextQuoteSelector,
): number | undefined {
  const starts = findOccurrences(text, quote.exact);
  if (starts.length <= 1) return starts[0];
  const fitting = starts.filter((start) => isContextual(text, quote, start));
  const hasContext = Boolean(quote.prefix) || Boolean(quote.suffix);
  return hasContext && fitting.length === 1 ? fitting[0] : undefined;
}

/** Tells whether the described text before and after stands there too; absent context fits everywhere. */
function isContextual(
  text: string,
  quote: TextQuoteSelector,
  start: number,
): boolean {
  const end = start + quote.exact.length;
  return (
    text.slice(0, start).endsWith(quote.prefix ?? "") &&
    text.startsWith(quote.suffix ?? "", end)
  );
}

function standsAt(text: string, exact: string, start: number): boolean {
  return Number.isInteger(start) && start >= 0 && text.startsWith(exact, start);
}
