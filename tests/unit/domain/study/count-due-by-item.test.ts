import { countDueByItem } from "#domain/study/count-due-by-item";
import type { Card } from "#domain/study/card";
import type { Memory, MemoryState } from "#domain/study/memory";
import { expect, test } from "vitest";

const card = (id: string, ...items: string[]): Card =>
  ({
    id,
    evidence: items.map((item) => ({ item, selector: { exact: "x" } })),
  }) as unknown as Card;
const memory = (state: MemoryState, dueAt: number): Memory =>
  ({ state, dueAt }) as Memory;

test("learning steps are due at their time, reviews on their day, new cards not at all", () => {
  const memories = new Map([
    ["now", memory("learning", 100)],
    ["soon", memory("relearning", 150)],
    ["today", memory("review", 190)],
    ["later", memory("review", 201)],
  ]);
  const cards = [
    card("now", "a", "a", "b"),
    card("soon", "a"),
    card("today", "b"),
    card("later", "b"),
    card("new", "c"),
  ];
  const due = countDueByItem(cards, memories, 100, 200);
  expect([...due.counts]).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
  expect(due.until).toBe(150);
  expect(countDueByItem(cards, memories, 150, 200).until).toBe(201);
});
