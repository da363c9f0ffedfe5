import type { HistoricalDate } from "../historical-date";
import type { TextRange } from "../text/blocks";
import type { Query } from "./query";

/** What has a body of its own and is found in it. */
export const TEXT_KINDS = [
  "passage",
  "note",
  "annotation",
  "card",
  "position",
  "event",
  "actor",
  "issue",
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** What is found by its name; an `item` with a `target` is one of its headings. */
export const NAME_KINDS = ["actor", "issue", "item", "note", "tag"] as const;
export type NameKind = (typeof NAME_KINDS)[number];
export type HitKind = TextKind | NameKind;

/** A stretch that answers the query. `actor` says whom the words stand for, where the query named that actor differently. */
export interface Mark extends TextRange {
  readonly actor?: string;
}

/** Part of a text around a match; `marks` are offsets into `text`. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Offset of `text[0]` in the item's canonical text, the note's body, the annotation's comment or the card's text. */
  readonly offset: number;
  /** Whether the passage, without the heading it may begin with, goes on before and after. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** Something whose name answers the query as it is typed. */
export interface NameHit {
  readonly kind: NameKind;
  /** Of the actor, issue, item or note; of a tag, the tag itself; of a heading, `<item>#<offset>`. */
  readonly id: string;
  readonly title: string;
  /** Marks within `title`. */
  readonly titleMarks: readonly TextRange[];
  /** What else it is called, where that answers the query and the title does not. */
  readonly alias?: string;
  /** A second line: an actor's roles, an issue's question, the title of a heading's item. */
  readonly detail: string;
  readonly score: number;
  /** For an item or heading: the item to open. */
  readonly itemId?: string;
  /** For a heading: where it stands. */
  readonly target?: TextRange;
}

/** One passage found; every other kind of text has one only. */
export interface TextHit {
  /** Unique among all hits, and what a preview is asked by. */
  readonly id: string;
  /** The heading it stands under; empty without one. It is no part of the snippet. */
  readonly heading: string;
  readonly headingMarks: readonly Mark[];
  readonly score: number;
  readonly snippet: Snippet;
  /** The first match in the item's canonical text or the note's body, to be lit when the hit is opened. */
  readonly target: TextRange;
}

/** What was found of one item, note, annotation, card, position, event, actor or issue. */
export interface HitGroup {
  readonly kind: TextKind;
  /** Of the item (for passages), note, annotation, card and so on. */
  readonly id: string;
  /** The item to open: of passages, annotations, and cards or positions that rest on a passage. */
  readonly itemId?: string;
  readonly title: string;
  readonly titleMarks: readonly Mark[];
  /** A second line: an annotation's item, a position's actor and issue, a card's topic. */
  readonly detail: string;
  readonly date?: HistoricalDate;
  /** BCP 47; absent where unknown. */
  readonly language?: string;
  /** Of the best hit. */
  readonly score: number;
  /** Best first, at most three. */
  readonly hits: readonly TextHit[];
}

/** Words of the query that name an actor, and what is searched besides. */
export interface Expansion extends TextRange {
  readonly actor: string;
  readonly name: string;
  /** The other names that are searched too. */
  readonly aliases: readonly string[];
}

/** Another spelling of the whole query under which something is found. */
export interface Spelling {
  readonly text: string;
  /** What was changed, as offsets into `text`. */
  readonly changed: readonly TextRange[];
}

/** How far the index is. Nothing is built while it is `ready`; hits may be missing in every other state. */
export interface IndexState {
  readonly state: "starting" | "building" | "paused" | "ready";
  /** Items whose text is indexed, of how many. */
  readonly done: number;
  readonly total: number;
  /** Why the index was built anew at this start, if it was: it was not there, of an older version, or broken. */
  readonly rebuilt?: "absent" | "outdated" | "damaged";
}

/** Answer to a query: names first, then texts, best group first. */
export interface HitList {
  readonly query: Query;
  readonly names: readonly NameHit[];
  readonly groups: readonly HitGroup[];
  /** How many passages, notes and so on match in all. */
  readonly total: number;
  readonly expansions: readonly Expansion[];
  /** Filled only where no text was found, and no name but by a typing error. */
  readonly spellings: readonly Spelling[];
  /** Where words stand in the query that no text holds; filled only where no text was found, of several words. */
  readonly absent: readonly TextRange[];
  readonly index: IndexState;
  /** Time spent in the search process, milliseconds; and of it on finding and ranking alone, without names, groups and snippets. */
  readonly ms: number;
  readonly findMs: number;
}

/** A whole passage with everything in it that answers the query, to be read beside the list. */
export interface HitPreview {
  readonly title: string;
  readonly heading: string;
  readonly headingMarks: readonly Mark[];
  readonly snippet: Snippet;
}
