import { readFrontMatter, splitFrontMatter } from "#domain/notes/front-matter";
import { fail, ok, type Result } from "#domain/result";
import type { StructuredText } from "#domain/text/blocks";
import { countWords } from "#domain/text/count-words";
import { parseMarkdown } from "#domain/text/parse-markdown";

/** A Markdown document cut into its front matter, as plain values, and its text. */
export interface MarkdownItem {
  readonly fields: Readonly<Record<string, unknown>>;
  /** The Markdown below the front matter. */
  readonly body: string;
  /** Words of the Markdown, counted without parsing it: its signs are no words. */
  readonly words: () => number;
  /** Parsed on first use: a start needs titles, not texts. */
  readonly structured: () => StructuredText;
}

/** Reads a Markdown document with YAML front matter. Fails with the reason when the front matter is not YAML. */
export function readMarkdownItem(file: string): Result<MarkdownItem, string> {
  const { yaml, body } = splitFrontMatter(file);
  const fields = readFrontMatter(yaml);
  if (!fields.ok) return fail(fields.failure);
  let structured: StructuredText | undefined;
  return ok({
    fields: fields.value,
    body,
    words: () => countWords(body),
    structured: () => (structured ??= parseMarkdown(body)),
  });
}
