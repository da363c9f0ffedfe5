import type { ReadFailureCode } from "./library/read-failure";

/**
 * Every expected failure of the program, as one closed union. The words a person reads are made from the code in
 * the renderer (and in the command line), never here; `detail` carries what a reader of a log needs.
 */
export type Failure =
  | { readonly code: "bad-request"; readonly detail: string }
  | {
      readonly code: "not-found";
      readonly kind: FailureSubject;
      readonly id: string;
    }
  | {
      readonly code: "library-unwritable";
      readonly path: string;
      readonly detail: string;
    }
  | {
      readonly code: "library-newer";
      readonly path: string;
      readonly version: number;
    }
  | {
      readonly code: "library-damaged";
      readonly path: string;
      readonly detail: string;
    }
  | { readonly code: "library-busy"; readonly path: string }
  | {
      readonly code: "corpus-damaged";
      readonly path: string;
      readonly detail: string;
    }
  | {
      readonly code: "write-failed";
      readonly path: string;
      readonly detail: string;
    }
  | {
      readonly code: "read-failed";
      readonly path: string;
      readonly detail: string;
    }
  | {
      readonly code: "note-changed-elsewhere";
      readonly id: string;
      readonly path: string;
    }
  | { readonly code: "nothing-to-undo" }
  | {
      /** What was to be brought back is in the library again. */
      readonly code: "item-exists";
      readonly id: string;
      readonly title: string;
    }
  | { readonly code: "search-unavailable"; readonly detail: string }
  | { readonly code: "print-failed"; readonly detail: string }
  | {
      readonly code: "unsupported-format";
      readonly path: string;
      readonly detail: string;
    }
  | {
      readonly code: "bad-input";
      readonly path: string;
      readonly line?: number;
      readonly detail: string;
    }
  | {
      readonly code: "import-refused";
      readonly path: string;
      readonly reason: ReadFailureCode;
      readonly detail: string;
    };

export type FailureCode = Failure["code"];

/** What a `not-found` failure was looking for. */
export type FailureSubject =
  | "item"
  | "collection"
  | "note"
  | "annotation"
  | "card"
  | "actor"
  | "issue"
  | "position"
  | "event"
  | "file";
