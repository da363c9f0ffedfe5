import { eachInTurns, inSpareTurns, inTurns } from "#main/catalogue/turns";
import { expect, test } from "vitest";

/** Keeps the process busy: what is tested is that nobody else waits for all of it. */
function work(ms: number): void {
  const endsAt = performance.now() + ms;
  while (performance.now() < endsAt);
}

test("every value is seen once, in order, and those added meanwhile are not", async () => {
  const values = Array.from({ length: 1_000 }, (_, index) => index);
  const seen: number[] = [];
  await eachInTurns(values, (value) => {
    seen.push(value);
    if (value === 500) values.push(-1);
  });
  expect(seen).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
});

test("something else has its turn in the middle of one long piece of work", async () => {
  let done = 0;
  let doneBefore = Infinity;
  setImmediate(() => (doneBefore = done));
  await inTurns(() => {
    work(5);
    return (done += 1) >= 20;
  });
  expect(doneBefore).toBeLessThan(20);
});

test("and in the middle of many short ones, each of which would be over in time", async () => {
  let done = 0;
  let doneBefore = Infinity;
  setImmediate(() => (doneBefore = done));
  for (let piece = 0; piece < 20; piece += 1) {
    await inTurns(() => {
      work(5);
      return true;
    });
    done += 1;
  }
  expect(doneBefore).toBeLessThan(20);
});

test("work that nobody waits for stands still until what somebody waits for is done", async () => {
  const ended: string[] = [];
  const spare = inSpareTurns(() => true).then(() => ended.push("spare"));
  let steps = 0;
  await inTurns(() => {
    work(1);
    return (steps += 1) >= 60;
  });
  ended.push("wanted");
  await spare;
  expect(ended).toEqual(["wanted", "spare"]);
});
