import type { HistoricalDate } from "../historical-date";
import type { Creator } from "./creator";

export const ITEM_KINDS = [
  "brief",
  "guide",
  "timeline",
  "profile",
  "glossary",
  "article",
  "book",
  "report",
  "speech",
  "cable",
  "letter",
  "interview",
  "minutes",
  "treaty",
  "web-page",
  "document",
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What is known about an item apart from its text (names after Dublin Core where it has one). */
export interface ItemMetadata {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly creators: readonly Creator[];
  /** BCP 47. */
  readonly language: string;
  /** For a bundled brief the period it is about, else when the work was made; absent where unknown. As EDTF. */
  readonly date?: HistoricalDate;
  /** The day the item was written, as EDTF. */
  readonly written?: HistoricalDate;
  readonly summary: string;
  readonly tags: readonly string[];
  /** The works the item rests on, as plain citations. */
  readonly sources: readonly string[];
  /** Ids of the checked facts the item uses; only bundled items have them. */
  readonly facts: readonly string[];
}
