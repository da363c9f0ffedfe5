import type { Actor } from "#domain/knowledge/actor";
import type { Issue } from "#domain/knowledge/issue";
import type { HitList } from "#domain/search/hit";
import type { StructuredText } from "#domain/text/blocks";

/** An item as the search process gets it. */
export interface SearchItem {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly kind: string;
  readonly structured: StructuredText;
}

/** An imported item: the search process reads its text itself, from the parsed form. */
export interface SearchText {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly kind: string;
  /** SHA-256 of the canonical text: what is indexed with it already is not read again. */
  readonly textHash: string;
  /** Of `text.json`. */
  readonly path: string;
}

export interface SearchNote {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly body: string;
}

/** Everything that can be found. */
export interface SearchSource {
  readonly items: readonly SearchItem[];
  readonly notes: readonly SearchNote[];
  readonly actors: readonly Actor[];
  readonly issues: readonly Issue[];
}

export interface SearchRequest {
  readonly text: string;
  readonly limit: number;
  /** One word suffices instead of all. */
  readonly any?: boolean;
}

/** From main to the search process. */
export type SearchMessage =
  | {
      readonly kind: "load";
      readonly file: string;
      readonly source: SearchSource;
    }
  | { readonly kind: "put-note"; readonly note: SearchNote }
  | { readonly kind: "remove-note"; readonly id: string }
  | { readonly kind: "put-texts"; readonly texts: readonly SearchText[] }
  | { readonly kind: "remove-text"; readonly id: string }
  /** All texts have been told: what is indexed besides is gone. */
  | { readonly kind: "texts-told" }
  | {
      readonly kind: "query";
      readonly id: number;
      readonly request: SearchRequest;
    };

/** From the search process to main. */
export type SearchReply =
  | { readonly kind: "loaded"; readonly ms: number; readonly rebuilt: boolean }
  | { readonly kind: "hits"; readonly id: number; readonly hits: HitList }
  /** The parsed form of an item is not there, or is not the one that was told. */
  | { readonly kind: "text-missing"; readonly id: string }
  | { readonly kind: "failed"; readonly id: number; readonly detail: string };
