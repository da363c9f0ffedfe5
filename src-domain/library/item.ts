import type { HistoricalDate } from "../historical-date";

export type ItemKind = "brief" | "guide" | "timeline" | "profile" | "glossary";
export const ITEM_KINDS: readonly ItemKind[] = [
  "brief",
  "guide",
  "timeline",
  "profile",
  "glossary",
];

/** What is known about an item apart from its text (names after Dublin Core where it has one). */
export interface ItemMetadata {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly creators: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** The period the item is about, as EDTF. */
  readonly date: HistoricalDate;
  /** The day the item was written, as EDTF. */
  readonly written?: HistoricalDate;
  readonly summary: string;
  readonly tags: readonly string[];
  /** The works the item rests on, as plain citations. */
  readonly sources: readonly string[];
  /** Ids of the checked facts the item uses; only bundled items have them. */
  readonly facts: readonly string[];
}
