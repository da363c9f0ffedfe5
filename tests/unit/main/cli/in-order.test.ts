import { inOrder } from "#main/cli/in-order";
import fc from "fast-check";
import { expect, test } from "vitest";

test("numbered values are passed on in their order, whatever order they come in, as soon as they can be", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 0, max: 30 })
        .chain((count) =>
          fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
        ),
      (numbers) => {
        const passed: number[] = [];
        const take = inOrder<number>((value) => passed.push(value));
        const come = new Set<number>();
        for (const number of numbers) {
          take(number, number);
          come.add(number);
          let unbroken = 0;
          while (come.has(unbroken)) unbroken += 1;
          expect(passed).toEqual([...Array(unbroken).keys()]);
        }
      },
    ),
  );
});
