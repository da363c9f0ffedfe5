import type { TextRange } from "../text/blocks";
import type { Selector } from "../text/selectors";

/** Five colours that stay apart for colour-blind eyes; what each means is named by the person. */
export const HIGHLIGHT_COLOURS = [
  "yellow",
  "green",
  "blue",
  "rose",
  "violet",
] as const;
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number];

/** W3C motivations that the program makes. */
export const MOTIVATIONS = [
  "highlighting",
  "commenting",
  "bookmarking",
] as const;
export type Motivation = (typeof MOTIVATIONS)[number];

/** A highlight, comment or bookmark on a passage of an item. */
export interface Annotation {
  readonly id: string;
  readonly item: string;
  readonly motivation: Motivation;
  readonly colour: HighlightColour;
  /** Markdown; empty for a bare highlight or bookmark. */
  readonly comment: string;
  readonly tags: readonly string[];
  readonly selectors: readonly Selector[];
  /** Epoch milliseconds; absent where another program does not say. */
  readonly createdAt?: number;
  readonly modifiedAt?: number;
}

/** What a person may change of an annotation; what is not named stays. */
export interface AnnotationChanges {
  readonly colour?: HighlightColour;
  readonly comment?: string;
  readonly tags?: readonly string[];
  readonly motivation?: Motivation;
  readonly selectors?: readonly Selector[];
}

/** A highlight with a comment is a comment; without one again a highlight. A bookmark stays a bookmark. */
export function changeAnnotation(
  annotation: Annotation,
  changes: AnnotationChanges,
  now: number,
): { readonly after: Annotation; readonly inverse: AnnotationChanges } {
  const inverse = Object.fromEntries(
    Object.keys(changes).map((key) => [
      key,
      annotation[key as keyof AnnotationChanges],
    ]),
  ) as AnnotationChanges;
  const changed = { ...annotation, ...changes, modifiedAt: now };
  const motivation =
    changes.motivation ??
    (changed.motivation === "bookmarking"
      ? "bookmarking"
      : changed.comment.trim() === ""
        ? "highlighting"
        : "commenting");
  return {
    after: { ...changed, motivation },
    inverse: { ...inverse, motivation: annotation.motivation },
  };
}

/** What one annotation over several becomes: the earliest one's colour, all comments and tags. @throws RangeError for none */
export function mergeAnnotations(
  placed: readonly { annotation: Annotation; range: TextRange }[],
): {
  readonly range: TextRange;
  readonly content: Required<
    Pick<AnnotationChanges, "colour" | "comment" | "tags">
  >;
} {
  const inOrder = [...placed].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
  const [first] = inOrder;
  if (!first) throw new RangeError("Nothing to merge");
  const comments = inOrder
    .map(({ annotation }) => annotation.comment.trim())
    .filter((comment) => comment !== "");
  return {
    range: {
      start: first.range.start,
      end: Math.max(...inOrder.map(({ range }) => range.end)),
    },
    content: {
      colour: first.annotation.colour,
      comment: [...new Set(comments)].join("\n\n"),
      tags: [...new Set(inOrder.flatMap(({ annotation }) => annotation.tags))],
    },
  };
}

/**
 * The two ranges that a cut inside a range leaves, without white space at the cut. `undefined` when one would be empty.
 */
export function splitRange(
  text: string,
  { start, end }: TextRange,
  at: number,
): readonly [TextRange, TextRange] | undefined {
  let [firstEnd, secondStart] = [at, at];
  while (firstEnd > start && /\s/u.test(text.charAt(firstEnd - 1)))
    firstEnd -= 1;
  while (secondStart < end && /\s/u.test(text.charAt(secondStart)))
    secondStart += 1;
  if (firstEnd <= start || secondStart >= end) return undefined;
  return [
    { start, end: firstEnd },
    { start: secondStart, end },
  ];
}
