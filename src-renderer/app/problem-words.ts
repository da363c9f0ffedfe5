import type { LibraryProblem } from "#bridge/contract/library";

/** What kind of remedy a problem calls for. */
export interface ProblemWords {
  readonly text: string;
  /** The library as a whole is concerned: opening again or another folder may help. */
  readonly concernsLibrary: boolean;
}

/** Says what is wrong with the library, what is safe, and what to do. */
export function problemWords(problem: LibraryProblem): ProblemWords {
  const { count, path, detail } = problem;
  switch (problem.code) {
    case "library-unwritable":
      return library(
        `The library folder cannot be written (${detail}). What is in it can be read; new notes and reviews cannot be saved. Check the disk and the folder’s permissions, then try again.`,
      );
    case "library-newer":
      return library(
        "This library was written by a newer Aide-Mémoire. It is open for reading only, so that nothing in it is changed. Open it with the newer program, or choose another folder.",
      );
    case "library-damaged":
      return library(
        `The library’s description is damaged (${detail}). The file was left as it is. Put it back from a copy and try again, or choose another folder.`,
      );
    case "library-busy":
      return library(
        "Another Aide-Mémoire is using this library, so it is open for reading only here. Close the other window, then try again.",
      );
    case "note-unreadable":
      return single(
        `${counted(count, "note", "notes")} could not be read and ${count === 1 ? "is" : "are"} not listed. The ${count === 1 ? "file was" : "files were"} left as ${count === 1 ? "it is" : "they are"} (${detail}).`,
      );
    case "record-unreadable":
      return single(
        `${counted(count, "record", "records")} of yours could not be read and ${count === 1 ? "is" : "are"} not shown (${path}: ${detail}). The file was left as it is.`,
      );
    case "annotation-unreadable":
      return single(
        `A mark on a text could not be read and is not shown (${path}: ${detail}). Its file was left as it is.`,
      );
    case "kept-search-unreadable":
      return single(
        `A kept search could not be read and is not listed (${path}: ${detail}). Its file was left as it is.`,
      );
    case "item-unreadable":
      return single(
        `What is known about an imported item cannot be read, so it is not listed (${path}: ${detail}). Its files were left as they are. “aide check --repair” reads the original again.`,
      );
    case "collection-unreadable":
      return single(
        `${counted(count, "collection", "collections")} could not be read and ${count === 1 ? "is" : "are"} not listed (${path}: ${detail}). The ${count === 1 ? "file was" : "files were"} left as ${count === 1 ? "it is" : "they are"}, and every item is there.`,
      );
    case "log-line-quarantined":
      return single(
        `${counted(count, "line", "lines")} of the review log could not be read and ${count === 1 ? "was" : "were"} copied to quarantine. All other reviews count as before.`,
      );
    case "log-gap":
      return single(
        `${counted(count, "review seems", "reviews seem")} to be missing from the log (${detail}). The others count as before; a copy of the folder may still hold ${count === 1 ? "it" : "them"}.`,
      );
    case "corpus-damaged":
      return single(
        `A bundled text is damaged and is not shown (${path}). Your notes and reviews are safe. Install the program again.`,
      );
    case "draft-recovered":
      return single(
        `The program ended unexpectedly last time. ${counted(count, "unsaved note was", "unsaved notes were")} recovered; look through ${count === 1 ? "it" : "them"} and save.`,
      );
    case "search-rebuilt":
      return single(
        "The search index was damaged and is made again from the texts. Nothing of yours was in it.",
      );
  }
}

function library(text: string): ProblemWords {
  return { text, concernsLibrary: true };
}

function single(text: string): ProblemWords {
  return { text, concernsLibrary: false };
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `One ${one}` : `${count} ${many}`;
}
