import type { Card } from "#domain/study/card";
import { firstOf, planQueue } from "#domain/study/due-queue";
import type { Memory, MemoryState } from "#domain/study/memory";
import { expect, test } from "vitest";

const NOW = 1_000_000;
const DAY_END = 2_000_000;

function card(id: string, origin = id): Card {
  return {
    id,
    origin: { kind: "position", id: origin },
    form: "who-held",
    topic: "",
    question: "",
    answer: "",
    explanation: "",
    attribution: [],
    evidence: [],
  };
}

function memory(state: MemoryState, dueAt: number): Memory {
  return {
    state,
    dueAt,
    stability: 1,
    difficulty: 5,
    intervalDays: 1,
    learningStep: 0,
    reviews: 1,
    lapses: 0,
    lastReviewAt: 0,
  };
}

function plan(
  cards: readonly Card[],
  memories: Readonly<Record<string, Memory>>,
  newLeft = 10,
) {
  const input = {
    cards,
    memories: new Map(Object.entries(memories)),
    now: NOW,
    newLeft,
    dayEndsAt: DAY_END,
  };
  const queue = planQueue(input);
  const ids = (list: readonly Card[]): string[] => list.map(({ id }) => id);
  return {
    learning: ids(queue.learning),
    due: ids(queue.due),
    new: ids(queue.new),
    nextDueAt: queue.nextDueAt,
    queue,
  };
}

test("learning steps come first, then reviews of the day, most overdue first, then new cards", () => {
  const cards = ["n", "r-late", "r-early", "l"].map((id) => card(id));
  const {
    learning,
    due,
    new: fresh,
    queue,
  } = plan(cards, {
    "r-late": memory("review", DAY_END),
    "r-early": memory("review", 5),
    l: memory("relearning", NOW),
  });
  expect([learning, due, fresh]).toEqual([["l"], ["r-early", "r-late"], ["n"]]);
  expect(firstOf(queue)?.id).toBe("l");
});

test("a learning step waits for its minute, a review only for its day", () => {
  const { learning, due, nextDueAt } = plan([card("l"), card("r")], {
    l: memory("learning", NOW + 1),
    r: memory("review", DAY_END + 1),
  });
  expect([learning, due, nextDueAt]).toEqual([[], [], NOW + 1]);
});

test("new cards stop at what is left for today", () => {
  const cards = ["a", "b", "c"].map((id) => card(id));
  expect(plan(cards, {}, 2).new).toEqual(["a", "b"]);
  expect(plan(cards, {}, -3).new).toEqual([]);
});

test("cards of one origin are not introduced together, nor beside one that is being learned", () => {
  const cards = [
    card("a1", "a"),
    card("a2", "a"),
    card("b1", "b"),
    card("b2", "b"),
  ];
  expect(plan(cards, {}).new).toEqual(["a1", "b1"]);
  expect(plan(cards, { a1: memory("learning", NOW + 60) }).new).toEqual(["b1"]);
  expect(plan(cards, { a1: memory("review", DAY_END + 1) }).new).toEqual([
    "a2",
    "b1",
  ]);
});

test("with nothing at all there is nothing to ask and nothing to wait for", () => {
  const { queue, nextDueAt } = plan([], {});
  expect([firstOf(queue), nextDueAt]).toEqual([undefined, undefined]);
});
