import { createIntervalIndex } from "#domain/text/interval-index";
import fc from "fast-check";
import { expect, test } from "vitest";

const range = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]) => ({ start, end: start + length }));

test("the ranges that touch a stretch are found, as by looking at each of them", () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 60 }), range, (all, sought) => {
      const index = createIntervalIndex(all, (each) => each);
      const expected = all
        .filter(({ start, end }) => start < sought.end && end > sought.start)
        .sort((a, b) => a.start - b.start || b.end - a.end);
      expect(index.touching(sought.start, sought.end)).toEqual(expected);
    }),
  );
});

test("nothing is found among none, and what only meets the edge is not touched", () => {
  expect(
    createIntervalIndex([], () => ({ start: 0, end: 1 })).touching(0, 9),
  ).toEqual([]);
  const one = createIntervalIndex([{ start: 3, end: 5 }], (each) => each);
  expect(one.touching(5, 9)).toEqual([]);
  expect(one.touching(0, 3)).toEqual([]);
});
