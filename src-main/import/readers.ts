import { fail, ok } from "#domain/result";
import type { StructuredText } from "#domain/text/blocks";
import { TextWriter } from "#domain/text/text-writer";
import { readMarkdownItem } from "./read-markdown-item";
import type { ImportFormat, Reader } from "./reader";

/** Loads the reader of a format, with its libraries, only when a file of that format is read. */
export async function readerOf(
  format: ImportFormat,
): Promise<Reader | undefined> {
  switch (format) {
    case "text":
      return (await import("./text/text-reader")).textReader;
    case "markdown":
      return early(format);
    case "docx":
      return (await import("./docx/docx-reader")).docxReader;
    case "epub":
      return (await import("./epub/epub-reader")).epubReader;
    case "html":
      return (await import("./html/read-html")).htmlReader;
    case "mhtml":
      return (await import("./html/read-mhtml")).mhtmlReader;
    case "odt":
      return (await import("./odt/odt-reader")).odtReader;
    case "pdf":
      return (await import("./pdf/pdf-reader")).pdfReader;
    default:
      return undefined;
  }
}

function early(format: "text" | "markdown"): Reader {
  return {
    format,
    version: 1,
    read: async (bytes, hints) => {
      const item = readMarkdownItem(new TextDecoder().decode(bytes));
      if (!item.ok)
        return fail({ code: "damaged-file" as const, detail: item.failure });
      const structured =
        format === "markdown"
          ? item.value.structured()
          : paragraphs(new TextDecoder().decode(bytes));
      const { title, language } = item.value.fields;
      const [first] = structured.blocks;
      return ok({
        format,
        metadata: {
          title:
            typeof title === "string"
              ? title
              : first
                ? structured.text.slice(first.start, first.end)
                : (hints.fileName ?? ""),
          ...(typeof language === "string" ? { language } : {}),
          creators: [],
          tags: [],
        },
        structured,
        resources: [],
        warnings: [],
      });
    },
  };
}

function paragraphs(text: string): StructuredText {
  const writer = new TextWriter();
  for (const paragraph of text.split(/(?:\r?\n){2,}/u))
    writer.block("paragraph", {}, () =>
      writer.write(paragraph.trim(), "collapsed"),
    );
  return writer.finish(1);
}
