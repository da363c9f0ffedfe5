import type { Annotation, HighlightColour } from "./annotation";

/** Which annotations are asked for; what is left open does not narrow. */
export interface AnnotationFilter {
  readonly colours: readonly HighlightColour[];
  readonly tag?: string;
  /** Words that comment, tags or quotation must all begin a word with. */
  readonly text: string;
  readonly kind: "all" | "comments" | "bookmarks" | "orphans";
}

export const NO_FILTER: AnnotationFilter = {
  colours: [],
  text: "",
  kind: "all",
};

/** An annotation as far as it is filtered by. */
export type Filtered = Pick<
  Annotation,
  "colour" | "tags" | "comment" | "motivation"
> & {
  readonly quote: string;
  readonly anchor: { readonly state: string };
};

/** Those that a filter lets through, in their order. */
export function filterAnnotations<Each extends Filtered>(
  annotations: readonly Each[],
  { colours, tag, text, kind }: AnnotationFilter,
): Each[] {
  const words = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
  return annotations.filter(
    (each) =>
      (colours.length === 0 || colours.includes(each.colour)) &&
      (tag === undefined || each.tags.includes(tag)) &&
      isOfKind(each, kind) &&
      hasWords(each, words),
  );
}

function isOfKind(
  { comment, motivation, anchor }: Filtered,
  kind: AnnotationFilter["kind"],
): boolean {
  switch (kind) {
    case "all":
      return true;
    case "comments":
      return comment !== "";
    case "bookmarks":
      return motivation === "bookmarking";
    case "orphans":
      return anchor.state === "orphan";
  }
}

function hasWords(
  { comment, tags, quote }: Filtered,
  words: readonly string[],
): boolean {
  if (words.length === 0) return true;
  const all = ` ${fold([comment, ...tags, quote].join(" ")).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
  return words.every((word) =>
    all.includes(` ${word.replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`),
  );
}

/** Case and accents do not count. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
