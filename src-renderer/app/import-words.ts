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
  const { code, detail } = failure;
  const reason = READ_FAILURE_CODES.find((each) => each === code);
  if (reason) return refusalWords(reason, name, detail);
  return (
    OTHER_REFUSALS[code] ?? {
      text: `The file could not be imported (${code}${detail ? `: ${detail}` : ""}).`,
      advice: "Try again, or save it in another format first.",
    }
  );
}

const WARNINGS: Readonly<Record<string, string>> = {};

/** Says what was left out or guessed when a file was read. */
export function warningWords(warning: {
  readonly code: string;
  readonly detail: string;
}): string {
  const known = WARNINGS[warning.code];
  if (known) return known;
  const words = warning.code.replaceAll("-", " ");
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return warning.detail ? `${text}: ${warning.detail}` : `${text}.`;
}
