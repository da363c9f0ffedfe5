import { createScheduler } from "#domain/study/scheduler";
import type { Memory } from "#domain/study/memory";
import type { Rating } from "#domain/study/rating";
import { expect, test } from "vitest";

const DAY_MS = 86_400_000;
const START = Date.parse("2022-11-29T12:30:00Z");

test("default parameters without fuzz give the references' published intervals", () => {
  const scheduler = createScheduler();
  const ratings: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
  const intervals: number[] = [];
  let memory: Memory | undefined;
  for (const rating of ratings) {
    memory = scheduler.next(memory, memory?.dueAt ?? START, rating);
    intervals.push(memory.intervalDays);
  }
  expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
});

test("default parameters give the references' published memory state", () => {
  const scheduler = createScheduler();
  const ratings: Rating[] = [1, 3, 3, 3, 3, 3];
  const start: { memory: Memory | undefined; now: number } = {
    memory: undefined,
    now: START,
  };
  const { memory } = [0, 0, 1, 3, 8, 21].reduce((before, days, index) => {
    const now = before.now + days * DAY_MS;
    return {
      memory: scheduler.next(before.memory, now, ratings[index] ?? 3),
      now,
    };
  }, start);
  expect(memory?.stability).toBeCloseTo(53.62691, 4);
  expect(memory?.difficulty).toBeCloseTo(6.3574867, 4);
});

test("a review before the last one is a mistake, not a schedule", () => {
  const scheduler = createScheduler();
  const memory = scheduler.next(undefined, START, 3);
  expect(() => scheduler.next(memory, START - 1, 3)).toThrow(RangeError);
});

test("the preview says what each rating leads to", () => {
  const scheduler = createScheduler();
  const preview = scheduler.preview(undefined, START);
  for (const rating of [1, 2, 3, 4] as const)
    expect(preview[rating]).toEqual(scheduler.next(undefined, START, rating));
});
