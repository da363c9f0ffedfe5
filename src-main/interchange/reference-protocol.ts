import type {
  CitationStyle,
  ReferenceFormat,
} from "#bridge/contract/citations";
import type { CitedItem } from "./citation-of-item";

/** What is written of the items that were told: a list of references, or a file for a reference manager. */
export type ReferenceJob =
  | { readonly kind: "references"; readonly style: CitationStyle }
  | { readonly kind: "file"; readonly format: ReferenceFormat };

/** From the program to the thread that writes references. */
export type ReferenceMessage =
  /** Items, in pieces: many at once would hold up the program while they are copied. */
  | { readonly kind: "items"; readonly items: readonly CitedItem[] }
  /** Writes all items that were told since the last time. */
  | { readonly kind: "write"; readonly job: ReferenceJob };

export type ReferenceReply =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "written"; readonly text: string };
