import {
  createEmptyCard,
  fsrs,
  State,
  type Card as FsrsCard,
  type FSRSParameters,
} from "ts-fsrs";
import type { Memory, MemoryState } from "./memory";
import { RATINGS, type Rating } from "./rating";

/** What each rating would lead to. */
export type Preview = Readonly<Record<Rating, Memory>>;

/**
 * The spaced-repetition scheduler: FSRS-6 through ts-fsrs. Pure: the same memory, time and rating always give the same
 * answer, so a review log replays to the same dates on any machine (hence no fuzz).
 */
export interface Scheduler {
  /** Names algorithm and parameters in the review log, such as `fsrs6:default`. */
  readonly name: string;
  /** The memory after an answer. @throws RangeError when `now` lies before the last review */
  next(memory: Memory | undefined, now: number, rating: Rating): Memory;
  preview(memory: Memory | undefined, now: number): Preview;
  /** Chance of recall at a time, 0-1 (FSRS-6 forgetting curve); 0 for a card never seen. */
  retrievability(memory: Memory | undefined, now: number): number;
}

const STATES: readonly MemoryState[] = [
  "new",
  "learning",
  "review",
  "relearning",
];

/** Makes a scheduler, by default with FSRS-6's published default parameters. */
export function createScheduler(
  parameters: Partial<FSRSParameters> = {},
  name = "fsrs6:default",
): Scheduler {
  const algorithm = fsrs({ ...parameters, enable_fuzz: false });
  const next = (
    memory: Memory | undefined,
    now: number,
    rating: Rating,
  ): Memory => {
    if (memory && now < memory.lastReviewAt)
      throw new RangeError("A review cannot precede the one before it");
    return fromFsrs(algorithm.next(toFsrs(memory, now), now, rating).card);
  };
  return {
    name,
    next,
    preview: (memory, now) =>
      Object.fromEntries(
        RATINGS.map((rating) => [rating, next(memory, now, rating)]),
      ) as unknown as Preview,
    retrievability: (memory, now) =>
      memory
        ? algorithm.get_retrievability(toFsrs(memory, now), now, false)
        : 0,
  };
}

// The only place where ts-fsrs's names and Date objects appear.
function toFsrs(memory: Memory | undefined, now: number): FsrsCard {
  if (!memory) return createEmptyCard(now);
  return {
    due: new Date(memory.dueAt),
    stability: memory.stability,
    difficulty: memory.difficulty,
    elapsed_days: 0,
    scheduled_days: memory.intervalDays,
    learning_steps: memory.learningStep,
    reps: memory.reviews,
    lapses: memory.lapses,
    state: STATES.indexOf(memory.state) as State,
    last_review: new Date(memory.lastReviewAt),
  };
}

function fromFsrs(card: FsrsCard): Memory {
  return {
    state: STATES[card.state] ?? "new",
    dueAt: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    intervalDays: card.scheduled_days,
    learningStep: card.learning_steps,
    reviews: card.reps,
    lapses: card.lapses,
    lastReviewAt: card.last_review?.getTime() ?? card.due.getTime(),
  };
}
