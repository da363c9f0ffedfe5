import type { Card } from "#domain/study/card";
import type { MemoryState } from "#domain/study/memory";
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

export interface StudyTurn {
  readonly counts: StudyCounts;
  /** Absent when nothing is due. */
  readonly card?: AskedCard;
  /** When nothing is due now: when the next card will be, epoch milliseconds. */
  readonly nextDueAt?: number;
}
