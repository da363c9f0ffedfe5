import type { ReadFailureCode } from "#domain/library/read-failure";
import type { FailureWords } from "./failure-words";

const KEPT = "Your file was not touched, and nothing was added to the library.";

/** Why a file was refused, what is safe and what to do, by the code of the refusal. */
export function refusalWords(
  reason: ReadFailureCode,
  name: string,
  detail: string,
): FailureWords {
  const words = (text: string, advice: string): FailureWords => ({
    text,
    safe: KEPT,
    advice,
  });
  switch (reason) {
    case "unsupported-format":
      return words(
        `“${name}” is not a kind of file that can be read (${detail}).`,
        "Save it as a web page, EPUB, PDF, Word, OpenDocument, Markdown or plain text, then import that.",
      );
    case "damaged-file":
      if (detail === "empty")
        return words(
          `“${name}” is empty.`,
          "If there should be something in it, save or fetch it again.",
        );
      return words(
        `“${name}” is damaged or not whole (${detail}).`,
        "Open it in the program it comes from and save it again, or fetch it again.",
      );
    case "password-needed":
      return words(
        `“${name}” is locked with a password.`,
        "Enter the password and try again.",
      );
    case "drm-protected":
      return words(
        `“${name}” is locked by its publisher (${detail}).`,
        "Only the publisher’s own program opens it. Ask for a copy without the lock.",
      );
    case "no-text":
      return words(
        `“${name}” holds no text that could be read (${detail}).`,
        "If it is a scan, have its text recognised by a scanning program first, then import the result.",
      );
    case "archive-unsafe":
      return words(
        `“${name}” is packed in a way that could harm the computer (${detail}).`,
        "If you trust where it comes from, unpack it yourself and import what is in it.",
      );
    case "too-large":
      return words(
        `“${name}” is larger than the 256 MB that are read at once (${detail}).`,
        "Split it into smaller files and import those.",
      );
    case "read-timeout":
      return words(
        `Reading “${name}” took too long and was stopped (${detail}).`,
        "The file may be damaged. Save it again in another program, then try once more.",
      );
    case "read-memory":
      return words(
        `Reading “${name}” took too much memory and was stopped (${detail}).`,
        "Split it into smaller files, or save it again without its pictures.",
      );
    case "reader-crashed":
      return words(
        `Reading “${name}” failed (${detail}).`,
        "The file may be damaged. Save it again in another program, then try once more.",
      );
  }
}
