export type MemoryState = "new" | "learning" | "review" | "relearning";

/** What the scheduler knows about one card: always the result of replaying its reviews, never stored as truth. */
export interface Memory {
  readonly state: MemoryState;
  readonly dueAt: number;
  /** Days until recall falls to 90 %. */
  readonly stability: number;
  /** 1-10. */
  readonly difficulty: number;
  /** Whole days between the last review and `dueAt`; 0 while learning. */
  readonly intervalDays: number;
  readonly learningStep: number;
  readonly reviews: number;
  readonly lapses: number;
  readonly lastReviewAt: number;
}
