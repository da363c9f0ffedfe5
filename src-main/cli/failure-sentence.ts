import { assertNever } from "#domain/assert-never";
import type { Failure } from "#domain/failure";
import {
  READ_FAILURE_CODES,
  type ReadFailureCode,
} from "#domain/library/read-failure";

/** The code a script sees: for a refused file, why it was refused. */
export function failureCode(failure: Failure): string {
  return failure.code === "import-refused" ? failure.reason : failure.code;
}

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
    case "item-exists":
      return `“${failure.title}” is in the library already.`;
    case "nothing-to-undo":
      return "There is nothing to undo.";
    case "search-unavailable":
      return `Search is not available: ${failure.detail}.`;
    case "print-failed":
      return `The item could not be put on paper: ${failure.detail}.`;
    case "import-refused":
      return refusalSentence(failure.reason, failure.path, failure.detail);
    default:
      return assertNever(failure);
  }
}

/** Why a file of an import was not taken, from the code it was refused with. */
export function fileFailureSentence(
  { code, detail }: { readonly code: string; readonly detail: string },
  path: string,
): string {
  const reason = READ_FAILURE_CODES.find((known) => known === code);
  if (reason) return refusalSentence(reason, path, detail);
  if (code === "in-trash")
    return `${path} is in the library's trash (${detail}); restore it there.`;
  return `${path} was not imported: ${detail}.`;
}

function refusalSentence(
  reason: ReadFailureCode,
  path: string,
  detail: string,
): string {
  switch (reason) {
    case "unsupported-format":
      return `${path} is not a kind of file that is read (${detail}); it was not touched.`;
    case "damaged-file":
      if (detail === "empty") return `${path} is empty.`;
      return `${path} is damaged or not whole (${detail}); it was not touched.`;
    case "password-needed":
      return `${path} is locked with a password (${detail}); import it in the window, which asks for it.`;
    case "drm-protected":
      return `${path} is locked by its publisher (${detail}) and cannot be read here.`;
    case "no-text":
      return `${path} holds no text that could be read (${detail}); if it is a scan, have its text recognised first.`;
    case "archive-unsafe":
      return `${path} is packed in a way that could do harm (${detail}); nothing of it was unpacked.`;
    case "too-large":
      return `${path} is larger than is read (${detail}); split it first.`;
    case "read-timeout":
      return `Reading ${path} took too long and was stopped (${detail}); the file was not touched.`;
    case "read-memory":
      return `Reading ${path} took too much memory and was stopped (${detail}); the file was not touched.`;
    case "reader-crashed":
      return `Reading ${path} failed (${detail}); the file was not touched.`;
    default:
      return assertNever(reason);
  }
}
