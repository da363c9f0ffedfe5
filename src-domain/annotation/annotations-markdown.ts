import type { HighlightColour } from "./annotation";

/** An annotation as it is written out for people. */
export interface WrittenAnnotation {
  readonly quote: string;
  readonly comment: string;
  readonly tags: readonly string[];
  readonly colour: HighlightColour;
  readonly isBookmark: boolean;
  /** It no longer leads into the text. */
  readonly isOrphan: boolean;
  /** Label of the source's page it begins on. */
  readonly page?: string;
}

/** One item's annotations with what it is cited by. */
export interface AnnotatedItem {
  readonly id: string;
  readonly title: string;
  /** As it stands in a list of references. */
  readonly reference: string;
  readonly annotations: readonly WrittenAnnotation[];
}

/**
 * Annotations as Markdown: a heading and the reference of each item, then each quotation with comment, tags, colour and
 * page. Quotations are escaped, so that a text cannot pass for headings or links of ours; comments are the person's own
 * Markdown and stay as they are, indented below their quotation.
 */
export function annotationsMarkdown(
  items: readonly AnnotatedItem[],
  nameOf: (colour: HighlightColour) => string,
): string {
  return `${items
    .map(({ id, title, reference, annotations }) =>
      [
        `# ${escaped(oneLine(title))}`,
        `${escaped(oneLine(reference))} [item](urn:aide:item:${encodeURIComponent(id)})`,
        ...annotations.map((annotation) => entry(annotation, nameOf)),
      ].join("\n\n"),
    )
    .join("\n\n")}\n`;
}

function entry(
  {
    quote,
    comment,
    tags,
    colour,
    isBookmark,
    isOrphan,
    page,
  }: WrittenAnnotation,
  nameOf: (colour: HighlightColour) => string,
): string {
  const facts = [
    isBookmark ? "bookmark" : escaped(nameOf(colour)),
    ...(page === undefined ? [] : [`p. ${escaped(page)}`]),
    ...(isOrphan ? ["not found in the text any more"] : []),
    ...tags.map((tag) => `#${escaped(tag.replace(/\s+/gu, "-"))}`),
  ];
  const quoted = quote
    .split("\n")
    .map((line) => `> ${escaped(line)}`.trimEnd())
    .join("\n");
  return [
    `${quoted}\n>\n> — ${facts.join(" · ")}`,
    ...(comment.trim() === "" ? [] : [comment.trim()]),
  ].join("\n\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** CommonMark: any ASCII punctuation may be escaped; these are the signs that mean something inside or at a line's start. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#~|]/gu, "\\$&")
    .replace(/^(\s*)([-+=]|\d+[.)])/u, (_, space: string, sign: string) =>
      /^\d/u.test(sign)
        ? `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`
        : `${space}\\${sign}`,
    );
}
