import type { HistoricalDate } from "#domain/historical-date";
import type { ActorKind } from "#domain/knowledge/actor";
import type {
  HitList,
  HitPreview,
  IndexState,
  TextKind,
} from "#domain/search/hit";
import type { StructuredText } from "#domain/text/blocks";

/** Where the text of a document is. */
export type DocumentText =
  | { readonly form: "plain"; readonly body: string }
  | { readonly form: "structured"; readonly structured: StructuredText }
  /** An imported item: the search process reads the parsed form itself. `textHash`: SHA-256 of the canonical text. */
  | { readonly form: "file"; readonly path: string; readonly textHash: string };

/** Something to be found, as main knows it before anybody asks for its text. */
export interface ToldDocument {
  /** Kind and id, such as `note/n1`; passages of an item are told as `item/<id>`. */
  readonly key: string;
  /** Changes whenever anything that is indexed or shown of it does. */
  readonly fingerprint: string;
}

/** A document in full. */
export interface SearchDocument extends ToldDocument {
  readonly kind: TextKind;
  readonly id: string;
  readonly title: string;
  /** Titles of annotations are their items', which are found by themselves: shown, not indexed. */
  readonly isTitleShownOnly?: boolean;
  readonly itemId?: string;
  readonly detail?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly date?: HistoricalDate;
  readonly tags: readonly string[];
  /** Names by which it is found besides: aliases, the actors of a position, a card's topic. */
  readonly names?: readonly string[];
  /** What it is linked with: `actor:x`, `issue:x`, `stance:opposes`, `said-by:x`, `reported:x`. */
  readonly links?: readonly string[];
  /** Passages it rests on; they answer the same filters. */
  readonly evidence?: readonly {
    readonly item: string;
    readonly exact: string;
  }[];
  readonly text: DocumentText;
}

/** An actor or issue with everything it is called. */
export interface KnownName {
  readonly kind: "actor" | "issue";
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** For an issue its question, for an actor its first role. */
  readonly detail: string;
  readonly actorKind?: ActorKind;
}

/** Ids by what was asked for. Pairs, not an object: what was typed may be the name of something every object has. */
export type Answers = readonly (readonly [
  asked: string,
  ids: readonly string[],
])[];

/** What only main knows and a query may ask about. */
export interface QueryContext {
  /** Ids of items in collections of that name, by the text after `in:`. */
  readonly places?: Answers;
  /** Ids of cards, by the text of the term: `due:today`, `forgotten:2`. */
  readonly cards?: Answers;
}

export interface SearchRequest {
  readonly text: string;
  readonly limit: number;
  /** One word suffices instead of all. */
  readonly any?: boolean;
  /** A word that names an actor finds all its aliases; on unless switched off. */
  readonly aliases?: boolean;
  readonly context?: QueryContext;
}

/** A question that waits for an answer. */
export type SearchQuestion =
  | { readonly ask: "query"; readonly request: SearchRequest }
  | {
      readonly ask: "preview";
      readonly request: SearchRequest;
      readonly hit: string;
    }
  | { readonly ask: "like"; readonly hit: string; readonly limit: number };

export type SearchAnswer = HitList | HitPreview | null;

/** From main to the search process. */
export type SearchMessage =
  | { readonly kind: "open"; readonly file: string }
  | { readonly kind: "names"; readonly names: readonly KnownName[] }
  /** What there is, in pieces; then `told`: whatever is indexed besides is gone. */
  | { readonly kind: "tell"; readonly documents: readonly ToldDocument[] }
  | { readonly kind: "told" }
  /** All there is under the beginning of a key. */
  | {
      readonly kind: "tell-part";
      readonly under: string;
      readonly documents: readonly ToldDocument[];
    }
  /** What was wanted, or has just been saved. Keys that are asked for and not put are no longer there. */
  | {
      readonly kind: "put";
      readonly documents: readonly SearchDocument[];
      readonly absent?: readonly string[];
    }
  | { readonly kind: "remove"; readonly key: string }
  | { readonly kind: "pause" }
  | { readonly kind: "resume" }
  | { readonly kind: "rebuild" }
  /** Somebody is about to ask. */
  | { readonly kind: "expect-question" }
  | {
      readonly kind: "ask";
      readonly id: number;
      readonly question: SearchQuestion;
    };

/** From the search process to main. */
export type SearchReply =
  | { readonly kind: "opened" }
  /** Documents that are not indexed as they were told; main puts them. */
  | { readonly kind: "want"; readonly keys: readonly string[] }
  | { readonly kind: "state"; readonly index: IndexState }
  /** The parsed form of an item is not there, or is not the one that was told. */
  | { readonly kind: "text-missing"; readonly key: string }
  /** The index was lost and begun anew: everything has to be told again. */
  | { readonly kind: "tell-again" }
  | {
      readonly kind: "answer";
      readonly id: number;
      readonly answer: SearchAnswer;
    }
  | { readonly kind: "failed"; readonly id: number; readonly detail: string };
