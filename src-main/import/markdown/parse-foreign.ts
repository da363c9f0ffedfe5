import { fail, ok, type Result } from "#domain/result";
import type { StructuredText } from "#domain/text/blocks";
import {
  parseMarkdown,
  type MarkdownOptions,
} from "#domain/text/parse-markdown";
import type { ReadFailure } from "../reader";

/**
 * Parses Markdown that others wrote. Quotations nested some thousand deep exhaust the stack: that is `damaged-file`, for
 * nobody writes so.
 */
export function parseForeign(
  markdown: string,
  options: MarkdownOptions,
): Result<StructuredText, ReadFailure> {
  try {
    return ok(parseMarkdown(markdown, options));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail({ code: "damaged-file", detail: "nested too deeply" });
  }
}
