import type { Card } from "./card";
import type { Memory } from "./memory";

export interface QueueInput {
  readonly cards: readonly Card[];
  readonly memories: ReadonlyMap<string, Memory>;
  readonly now: number;
  /** How many more new cards may be introduced today. */
  readonly newLeft: number;
  /** End of the study day, epoch milliseconds: a review due until then counts as due. */
  readonly dayEndsAt: number;
}

export interface DueQueue {
  /** Learning steps whose time has come, earliest first. */
  readonly learning: readonly Card[];
  /** Reviews due within this study day, most overdue first. */
  readonly due: readonly Card[];
  readonly new: readonly Card[];
  /** When the next learning step or review comes, if none is due now. */
  readonly nextDueAt?: number;
}

/**
 * Plans what to ask: learning steps that are due, then reviews, then new cards; siblings (cards of one origin) are kept
 * apart by asking only the first new card of each origin at a time.
 */
export function planQueue({
  cards,
  memories,
  now,
  newLeft,
  dayEndsAt,
}: QueueInput): DueQueue {
  const seen = cards.flatMap((card) => {
    const memory = memories.get(card.id);
    return memory ? [{ card, memory }] : [];
  });
  const byDue = [...seen].sort(
    (a, b) =>
      a.memory.dueAt - b.memory.dueAt || (a.card.id < b.card.id ? -1 : 1),
  );
  const isLearning = (memory: Memory): boolean => memory.state !== "review";
  const later = byDue.filter(({ memory }) =>
    isLearning(memory) ? memory.dueAt > now : memory.dueAt > dayEndsAt,
  );
  const nextDueAt = later[0]?.memory.dueAt;
  return {
    learning: byDue
      .filter(({ memory }) => isLearning(memory) && memory.dueAt <= now)
      .map(({ card }) => card),
    due: byDue
      .filter(({ memory }) => !isLearning(memory) && memory.dueAt <= dayEndsAt)
      .map(({ card }) => card),
    new: withoutSiblings(
      cards.filter((card) => !memories.has(card.id)),
      new Set(
        seen
          .filter(({ memory }) => isLearning(memory))
          .map(({ card }) => originOf(card)),
      ),
    ).slice(0, Math.max(0, newLeft)),
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
  };
}

/** The one card to ask now, if any. */
export function firstOf(queue: DueQueue): Card | undefined {
  return queue.learning[0] ?? queue.due[0] ?? queue.new[0];
}

function originOf(card: Card): string {
  return `${card.origin.kind}/${card.origin.id}`;
}

function withoutSiblings(
  cards: readonly Card[],
  busy: ReadonlySet<string>,
): Card[] {
  const taken = new Set(busy);
  return cards.filter((card) => {
    const origin = originOf(card);
    if (taken.has(origin)) return false;
    taken.add(origin);
    return true;
  });
}
