import type { Failure } from "#domain/failure";
import { refusalWords } from "./refusal-words";

/** A failure as a person reads it. */
export interface FailureWords {
  /** What happened. */
  readonly text: string;
  /** What is safe. */
  readonly safe: string;
  /** What to do. */
  readonly advice: string;
}

const SUBJECT_WORDS = {
  item: "item",
  collection: "collection",
  note: "note",
  annotation: "annotation",
  card: "card",
  actor: "actor",
  issue: "issue",
  position: "position",
  event: "event",
  file: "file",
} as const;

/** Says what happened, what is safe and what to do. */
export function failureWords(failure: Failure): FailureWords {
  switch (failure.code) {
    case "bad-request":
      return {
        text: `The program asked itself for something it does not understand (${failure.detail}).`,
        safe: "Nothing was changed.",
        advice:
          "This is a mistake of the program. Try another way to the same place.",
      };
    case "not-found":
      return {
        text: `This ${SUBJECT_WORDS[failure.kind]} is not in the library any more.`,
        safe: "Everything else is untouched.",
        advice:
          "It may have been moved or removed outside the program. Go back and choose another.",
      };
    case "library-unwritable":
      return {
        text: `The library folder cannot be written: ${failure.path} (${failure.detail}).`,
        safe: "What is already in it can still be read.",
        advice:
          "Check that the disk is there and not full, and that you may write to the folder. Then try again.",
      };
    case "library-newer":
      return {
        text: `The library was written by a newer Aide-Mémoire (format ${failure.version}).`,
        safe: "It is opened for reading only, so nothing in it is changed.",
        advice: "Open it with the newer program, or choose another folder.",
      };
    case "library-damaged":
      return {
        text: `A file of the library is damaged: ${failure.path} (${failure.detail}).`,
        safe: "The file was left as it is.",
        advice: "Put the folder back from a copy, or choose another folder.",
      };
    case "library-busy":
      return {
        text: `Another Aide-Mémoire is using this library: ${failure.path}.`,
        safe: "Nothing was changed.",
        advice: "Close the other window, then try again.",
      };
    case "corpus-damaged":
      return {
        text: `A bundled text is damaged: ${failure.path} (${failure.detail}).`,
        safe: "Your notes and reviews are kept apart from it and are safe.",
        advice: "Install the program again.",
      };
    case "write-failed":
      return {
        text: `This could not be saved to ${failure.path} (${failure.detail}).`,
        safe: "The version saved before is still whole.",
        advice: "Check that the disk is there and not full. Then try again.",
      };
    case "read-failed":
      return {
        text: `This could not be read from ${failure.path} (${failure.detail}).`,
        safe: "The file was not changed.",
        advice:
          "Check that the file is there and that you may read it. Then try again.",
      };
    case "note-changed-elsewhere":
      return {
        text: "This note was changed in another program while you were writing.",
        safe: `Both versions are kept; the other one is at ${failure.path}.`,
        advice: "Compare them and keep what you want.",
      };
    case "item-exists":
      return {
        text: `“${failure.title}” is in the library again already.`,
        safe: "The one in the trash stays there.",
        advice: "Open the one in the library, or remove it first.",
      };
    case "nothing-to-undo":
      return {
        text: "There is nothing to undo.",
        safe: "Nothing was changed.",
        advice: "",
      };
    case "search-unavailable":
      return {
        text: `Search does not answer (${failure.detail}).`,
        safe: "The library itself is not affected.",
        advice:
          "Try again in a moment; the index is made again from the texts if need be.",
      };
    case "print-failed":
      return {
        text: `The item could not be put on paper (${failure.detail}).`,
        safe: "Nothing was changed.",
        advice:
          "Try again; if the printer is the trouble, save the item as PDF and print that.",
      };
    case "unsupported-format":
      return {
        text: `This kind of file cannot be read: ${failure.path} (${failure.detail}).`,
        safe: "The file was not changed.",
        advice: "Save it in another format and try again.",
      };
    case "bad-input":
      return {
        text: `There is a mistake in ${failure.path}${failure.line === undefined ? "" : `, line ${failure.line}`}: ${failure.detail}.`,
        safe: "Nothing was changed.",
        advice: "Mend the file, then try again.",
      };
    case "import-refused":
      return refusalWords(
        failure.reason,
        failure.path.split(/[\\/]/u).at(-1) || "What was pasted",
        failure.detail,
      );
  }
}

/** The same in one paragraph. */
export function failureSentence(failure: Failure): string {
  const { text, safe, advice } = failureWords(failure);
  return [text, safe, advice].filter(Boolean).join(" ");
}
