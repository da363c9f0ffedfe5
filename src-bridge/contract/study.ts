import type { Card } from "#domain/study/card";
import type { Memory, MemoryState } from "#domain/study/memory";
import type { Rating } from "#domain/study/rating";
import * as v from "valibot";
import { request } from "./define";
import type { AnchoredEvidence } from "./knowledge";

const rating = v.picklist([1, 2, 3, 4]);

/** Cards that are due, answers to them, and taking an answer back. */
export const study = {
  "study/counts": request(v.strictObject({})).returns<StudyCounts>(),
  /** The card to ask next. `item` narrows to cards whose evidence stands in that item. */
  "study/next": request(
    v.strictObject({ item: v.optional(v.string()) }),
  ).returns<StudyTurn>(),
  /**
   * All cards that answer a query, by due date, new ones last. Of the query language its words, `due:` and `forgotten:`
   * count here; what else there is of it stands in `unread`.
   */
  "study/cards": request(
    v.strictObject({ text: v.pipe(v.string(), v.maxLength(1_000)) }),
  ).returns<CardList>(),
  /** One card in full. Failure: `not-found`. */
  "study/card": request(
    v.strictObject({
      id: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
    }),
  ).returns<BrowsedCard>(),
  /** Appends a review; the reply means it is safely on disk. */
  "study/answer": request(
    v.strictObject({
      card: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
      rating,
      /** Milliseconds from question shown to rating. */
      ms: v.pipe(v.number(), v.integer(), v.minValue(0)),
      item: v.optional(v.string()),
    }),
  ).returns<StudyTurn>(),
  /** Takes the last answer of this device back; its card is asked again. */
  "study/undo": request(
    v.strictObject({ item: v.optional(v.string()) }),
  ).returns<StudyTurn>(),
};

export interface StudyCounts {
  readonly new: number;
  readonly learning: number;
  readonly due: number;
  readonly reviewedToday: number;
  readonly canUndo: boolean;
}

export interface RatingPreview {
  readonly rating: Rating;
  readonly dueAt: number;
}

/** A card as it is asked: with the anchored evidence and what each rating would lead to. */
export interface AskedCard extends Omit<Card, "evidence"> {
  readonly evidence: readonly AnchoredEvidence[];
  readonly state: MemoryState;
  readonly previews: readonly RatingPreview[];
}

/** A card as a line of the list. */
export interface CardRow extends Pick<
  Card,
  "id" | "form" | "topic" | "question" | "answer"
> {
  readonly state: MemoryState;
  /** Epoch milliseconds; absent while it was never asked. */
  readonly dueAt?: number;
}

export interface CardList {
  readonly cards: readonly CardRow[];
  /** Of how many. */
  readonly total: number;
  /** Parts of the query that say nothing about a card by itself, as typed. */
  readonly unread: readonly string[];
}

/** A card with what is remembered of it and how it came to that. */
export interface BrowsedCard extends Omit<Card, "evidence"> {
  readonly evidence: readonly AnchoredEvidence[];
  /** Absent while it was never asked. */
  readonly memory?: Memory;
  /** The latest first. */
  readonly history: readonly PastReview[];
  /** The person's own, which can be removed. */
  readonly isOwn: boolean;
}

export interface PastReview {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly rating: Rating;
  /** Milliseconds from question to rating. */
  readonly ms: number;
  /** Until it was to come again; 0 on the same day. */
  readonly intervalDays: number;
}

export interface StudyTurn {
  readonly counts: StudyCounts;
  /** Absent when nothing is due. */
  readonly card?: AskedCard;
  /** When nothing is due now: when the next card will be, epoch milliseconds. */
  readonly nextDueAt?: number;
}
