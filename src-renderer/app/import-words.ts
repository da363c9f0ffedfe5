import { READ_FAILURE_CODES } from "#domain/library/read-failure";
import { refusalWords } from "./refusal-words";

/** Every word about bringing texts in: formats, why a file was refused, and what was left out or guessed. */

const FORMATS: Readonly<Record<string, string>> = {
  text: "Plain text",
  markdown: "Markdown",
  html: "Web page",
  mhtml: "Saved web page",
  epub: "EPUB",
  pdf: "PDF",
  docx: "Word document",
  odt: "OpenDocument text",
  "json-record": "Record of a JSONL file",
};

/** A format as a person calls it. */
export function formatWord(format: string): string {
  return FORMATS[format] ?? format;
}

/** Why a file was refused, as one reads it beside its name. */
export interface RefusalWords {
  readonly text: string;
  readonly advice: string;
}

const OTHER_REFUSALS: Readonly<Record<string, RefusalWords>> = {
  "read-failed": {
    text: "The file could not be opened.",
    advice: "Check that it is still there and that you may read it.",
  },
  "write-failed": {
    text: "The item could not be saved.",
    advice: "Check that the library’s disk is there and not full.",
  },
  "library-unwritable": {
    text: "The library cannot be written at present.",
    advice: "See what is said above the library, then try again.",
  },
  "in-trash": {
    text: "The same file lies in the trash of the library.",
    advice: "Bring the item back from there.",
  },
  "not-found": {
    text: "The file is not there any more.",
    advice: "Find where it was moved and import it from there.",
  },
};

/** Says why a file was refused and what to do. `name`: of the file. */
export function refusalOf(
  failure: { readonly code: string; readonly detail: string },
  name: string,
): RefusalWords {
  const { code } = failure;
  const detail = failure.detail.replace(/[.\s]+$/u, "");
  const reason = READ_FAILURE_CODES.find((each) => each === code);
  if (reason) return refusalWords(reason, name, detail);
  return (
    OTHER_REFUSALS[code] ?? {
      text: `The file could not be imported (${code}${detail ? `: ${detail}` : ""}).`,
      advice: "Try again, or save it in another format first.",
    }
  );
}

/** By code; the detail, where it says more, follows in brackets. */
export const WARNING_WORDS: Readonly<Record<string, string>> = {
  "pictures-left-out": "Some pictures could not be shown and were left out",
  "picture-left-out": "Some pictures could not be shown and were left out",
  "pages-without-text": "Some pages are pictures without text",
  "pages-unreadable": "Some pages could not be read",
  "no-article":
    "No article stood out on the page, so all of it was taken, with its menus",
  "front-matter-unreadable":
    "The fields at the beginning could not be read and stand in the text",
  "fields-left-out": "Further fields of the source were too long to keep",
  "date-unreadable": "The date of the source could not be read",
  "contents-lead-nowhere":
    "Some entries of the contents lead to no place in the text",
  "book-without-order":
    "The book does not say in which order its parts are read; they stand as they are listed",
  "book-part-missing": "A part of the book is missing",
  "book-part-unreadable": "A part of the book could not be read",
  "book-parts-repaired":
    "Some parts of the book were not well formed and were mended",
  "entities-cut": "A text that swells without end was cut",
  "archive-entry-skipped": "Files that do not belong in it were passed over",
  "embedded-document-left-out":
    "A document inside the document was left out; import it by itself",
  "hidden-text-left-out": "Hidden text was left out",
  "comment-left-out": "Comments were left out",
  "deletion-left-out": "Text that was deleted in review was left out",
  "chart-left-out": "Charts were left out",
  "repetition-left-out": "Cells repeated without end were left out",
  "part-left-out": "A part of the document could not be read and was left out",
  "syntax-mended": "Slips in the file’s own language were mended",
  "page-edges-dropped":
    "Headers and footers that stand on every page were left out",
  "boilerplate-dropped": "Lines that are not the author’s were left out",
  "navigation-dropped": "Remains of a page’s navigation were left out",
};

/** Says what was left out or guessed when a file was read. */
export function warningWords(warning: {
  readonly code: string;
  readonly detail: string;
}): string {
  const { code, detail } = warning;
  const words = WARNING_WORDS[code] ?? sentenceOf(code);
  return detail === "" ? `${words}.` : `${words} (${detail}).`;
}

/** A code nobody wrote words for, made readable. */
function sentenceOf(code: string): string {
  const words = code.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
