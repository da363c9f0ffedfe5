import { readFrontMatter, splitFrontMatter } from "#domain/notes/front-matter";
import { ok } from "#domain/result";
import type { StructuredText } from "#domain/text/blocks";
import { MARKDOWN_TEXT_VERSION } from "#domain/text/parse-markdown";
import { decodeText } from "../decode-text";
import { writeFragment } from "../html/write-fragment";
import { readFields } from "../metadata/read-fields";
import { parseForeign } from "./parse-foreign";
import type { Reader, ReadMetadata, ReadWarning } from "../reader";

/**
 * Reads Markdown: metadata from YAML front matter, text as CommonMark with tables and footnotes. Tags of raw HTML are
 * read as such and never shown. A title that the first heading repeats is left out there.
 */
export const markdownReader: Reader = {
  format: "markdown",
  version: MARKDOWN_TEXT_VERSION,
  read: (bytes, _hints, { progress }) => {
    const { text } = decodeText(bytes);
    progress(0.2);
    const { metadata, body, warnings } = readFront(text);
    let title = metadata.title;
    const parsed = parseForeign(body, {
      writeHtml: (html, to) => writeFragment(html, to),
      onProgress: (share) => progress(0.2 + 0.7 * share),
      leavesOutTitle: (heading) => {
        if (heading.trim() === "") return false;
        title ??= heading.replace(/\s+/gu, " ").trim();
        return fold(heading) === fold(title);
      },
    });
    if (!parsed.ok) return Promise.resolve(parsed);
    const structured = parsed.value;
    title ??= firstHeading(structured);
    return Promise.resolve(
      ok({
        format: "markdown",
        metadata: { ...metadata, ...(title === undefined ? {} : { title }) },
        structured,
        resources: [],
        warnings,
      }),
    );
  },
};

/** A document may begin with pictures or a summary, above its own heading. */
function firstHeading({ blocks, text }: StructuredText): string | undefined {
  const heading = blocks.find(
    ({ kind, level }) => kind === "heading" && level === 1,
  );
  return heading && text.slice(heading.start, heading.end);
}

interface Front {
  readonly metadata: ReadMetadata;
  readonly body: string;
  readonly warnings: readonly ReadWarning[];
}

/** Front matter that is broken is kept as it stands, as a block of code over the text, so that no word of it is lost. */
function readFront(text: string): Front {
  const { opening, yaml, closing, body } = splitFrontMatter(text);
  const none: ReadMetadata = { creators: [], tags: [] };
  if (opening === "") return { metadata: none, body: text, warnings: [] };
  const fields = readFrontMatter(yaml);
  if (fields.ok)
    return { metadata: readFields(fields.value, []), body, warnings: [] };
  if (closing === "" || !/^\s*[\w-]+\s*:/mu.test(yaml))
    return { metadata: none, body: text, warnings: [] };
  return {
    metadata: none,
    body: `~~~~~~~~\n${yaml}~~~~~~~~\n\n${body}`,
    warnings: [{ code: "front-matter-unreadable", detail: fields.failure }],
  };
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
