import type { ImportFormat, Reader } from "./reader";

/** Loads the reader of a format, with its libraries, only when a file of that format is read. */
export async function readerOf(format: ImportFormat): Promise<Reader> {
  switch (format) {
    case "text":
      return (await import("./text/text-reader")).textReader;
    case "markdown":
      return (await import("./markdown/markdown-reader")).markdownReader;
    case "json-record":
      return (await import("./json/json-record-reader")).jsonRecordReader;
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
  }
}
