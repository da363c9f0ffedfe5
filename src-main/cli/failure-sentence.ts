import { assertNever } from "#domain/assert-never";
import type { Failure } from "#domain/failure";

/** A failure as one sentence for a terminal. */
export function failureSentence(failure: Failure): string {
  switch (failure.code) {
    case "bad-request":
      return failure.detail;
    case "not-found":
      return `There is no ${failure.kind} “${failure.id}”.`;
    case "library-unwritable":
      return `The library folder ${failure.path} cannot be written: ${failure.detail}.`;
    case "library-newer":
      return `The library ${failure.path} was made by a newer version (format ${failure.version}); it was left as it is.`;
    case "library-damaged":
      return `${failure.path} cannot be read (${failure.detail}); it was left as it is.`;
    case "library-busy":
      return `Another program has the library ${failure.path} open.`;
    case "corpus-damaged":
    case "read-failed":
    case "unsupported-format":
      return `${failure.path} cannot be read: ${failure.detail}.`;
    case "bad-input":
      return `${failure.path}${failure.line === undefined ? "" : `, line ${failure.line}`}: ${failure.detail}.`;
    case "write-failed":
      return `${failure.path} cannot be written: ${failure.detail}.`;
    case "note-changed-elsewhere":
      return `The note ${failure.path} was changed elsewhere.`;
    case "nothing-to-undo":
      return "There is nothing to undo.";
    case "search-unavailable":
      return `Search is not available: ${failure.detail}.`;
    default:
      return assertNever(failure);
  }
}
