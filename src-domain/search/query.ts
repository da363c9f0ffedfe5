import type { Stance } from "../knowledge/stance";
import type { TextRange } from "../text/blocks";
import type { Complaint } from "./complaint";
import type { TextKind } from "./hit";

/** Fields in which words are sought: of the title, the text, names (headings, actors), tags, or of notes alone. */
export const WORD_FIELDS = ["title", "body", "name", "tag", "note"] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** Fields that narrow what is found, whatever its words. */
export const FILTER_FIELDS = [
  "kind",
  "in",
  "lang",
  "before",
  "after",
  "on",
  "actor",
  "issue",
  "stance",
  "said-by",
  "reported",
  "due",
  "forgotten",
] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

/** Letters of a query that are read; what is pasted beyond them is told of and left out. */
export const LONGEST_QUERY = 1_000;

/** A word of a query: as it is compared, and as it was typed (lower case, with its accents) for stemming. */
export interface QueryWord {
  readonly folded: string;
  readonly plain: string;
}

interface TermShape extends TextRange {
  /** `start` and `end` are offsets into the query as typed and take in the minus, the field and the quotation marks. */
  readonly isNegated: boolean;
  /** It ends the query and may be typed on; a word then matches as a beginning. */
  readonly isUnfinished: boolean;
}

export interface WordTerm extends TermShape {
  readonly kind: "word";
  readonly field?: WordField;
  readonly word: QueryWord;
  /** Whole, begun with (`word*`), or with one typing error (`word~1`). */
  readonly match: "whole" | "prefix" | "fuzzy";
}

export interface PhraseTerm extends TermShape {
  readonly kind: "phrase";
  readonly field?: WordField;
  readonly words: readonly QueryWord[];
}

/** `near(a b, 5)`: the words stand in any order with at most so many words between the first and the last. */
export interface NearTerm extends TermShape {
  readonly kind: "near";
  readonly field?: WordField;
  readonly words: readonly QueryWord[];
  readonly distance: number;
}

/** What a filter asks for, by its field. */
export type FilterValue =
  | { readonly field: "kind"; readonly kind: TextKind }
  /** A language by the first part of its BCP 47 tag. */
  | { readonly field: "lang"; readonly language: string }
  /** The title of an item or the name of a collection. */
  | {
      readonly field: "in" | "actor" | "issue" | "said-by" | "reported";
      readonly text: string;
    }
  /** ISO days. */
  | {
      readonly field: "before" | "after" | "on";
      readonly firstDay: string;
      readonly lastDay: string;
    }
  | { readonly field: "stance"; readonly stance: Stance }
  /** Cards that are due now, by the end of so many days from today (0: today), or by the end of a day. */
  | { readonly field: "due"; readonly by: "now" | number | string }
  /** Cards that were forgotten at least so often. */
  | { readonly field: "forgotten"; readonly times: number };

export interface FilterTerm extends TermShape {
  readonly kind: "filter";
  readonly value: FilterValue;
}

export type Term = WordTerm | PhraseTerm | NearTerm | FilterTerm;

/** A query as it is searched: every term is required, or excluded. What could not be read stands in `complaints` and was read as plain words. */
export interface Query {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly complaints: readonly Complaint[];
}
