import type { AnchoredEvidence } from "#bridge/contract/knowledge";
import type { AskedCard, StudyCounts, StudyTurn } from "#bridge/contract/study";
import type { Evidence } from "#domain/knowledge/evidence";
import type { Card } from "#domain/study/card";
import { firstOf, planQueue, type DueQueue } from "#domain/study/due-queue";
import { RATINGS } from "#domain/study/rating";
import type { Scheduler } from "#domain/study/scheduler";
import { studyDayOf } from "#domain/study/study-day";
import type { ReviewStore } from "./review-store";

export interface StudyContext {
  readonly cards: readonly Card[];
  readonly reviews: ReviewStore;
  readonly scheduler: Scheduler;
  readonly newCardsPerDay: number;
  readonly anchorEvidence: (evidence: Evidence) => Promise<AnchoredEvidence>;
}

/** What to ask now: counts, the card with what each rating leads to, or when to come back. */
export async function takeTurn(
  context: StudyContext,
  now: number,
  item?: string,
  wanted?: string,
): Promise<StudyTurn> {
  const cards = item
    ? context.cards.filter((card) =>
        card.evidence.some((each) => each.item === item),
      )
    : context.cards;
  const queue = plan({ ...context, cards }, now);
  const card = cards.find(({ id }) => id === wanted) ?? firstOf(queue);
  return {
    counts: countsOf(context, queue, now),
    ...(card ? { card: await ask(context, card, now) } : {}),
    ...(queue.nextDueAt === undefined ? {} : { nextDueAt: queue.nextDueAt }),
  };
}

/** How many cards wait, over the whole library. */
export function countDue(context: StudyContext, now: number): StudyCounts {
  return countsOf(context, plan(context, now), now);
}

function plan(
  { cards, reviews, newCardsPerDay }: StudyContext,
  now: number,
): DueQueue {
  const day = studyDayOf(now, -new Date(now).getTimezoneOffset());
  const firstSeen = new Map<string, number>();
  for (const review of reviews.reviews())
    if (!firstSeen.has(review.card))
      firstSeen.set(review.card, Date.parse(review.t));
  const introduced = [...firstSeen.values()].filter(
    (at) => at >= day.startsAt && at <= day.endsAt,
  ).length;
  return planQueue({
    cards,
    memories: reviews.memories,
    now,
    newLeft: newCardsPerDay - introduced,
    dayEndsAt: day.endsAt,
  });
}

function countsOf(
  { reviews }: StudyContext,
  queue: DueQueue,
  now: number,
): StudyCounts {
  const { startsAt } = studyDayOf(now, -new Date(now).getTimezoneOffset());
  return {
    new: queue.new.length,
    learning: queue.learning.length,
    due: queue.due.length,
    reviewedToday: reviews
      .reviews()
      .filter((review) => Date.parse(review.t) >= startsAt).length,
    canUndo: reviews.lastOwnReview() !== undefined,
  };
}

async function ask(
  { reviews, scheduler, anchorEvidence }: StudyContext,
  card: Card,
  now: number,
): Promise<AskedCard> {
  const memory = reviews.memories.get(card.id);
  const preview = scheduler.preview(
    memory,
    Math.max(now, memory?.lastReviewAt ?? 0),
  );
  return {
    ...card,
    evidence: await Promise.all(card.evidence.map(anchorEvidence)),
    state: memory?.state ?? "new",
    previews: RATINGS.map((rating) => ({
      rating,
      dueAt: preview[rating].dueAt,
    })),
  };
}
