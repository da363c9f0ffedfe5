import { wholeNumbers } from "#main/search/index/statements";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newIndex } from "../index-of";

test("whole numbers are read out of digits with commas between", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })),
      (numbers) => {
        expect([...wholeNumbers(Buffer.from(numbers.join(",")))]).toEqual(
          numbers,
        );
      },
    ),
    { examples: [[[]], [[0]], [[0, 0]]] },
  );
  expect([...wholeNumbers(null)]).toEqual([]);
  expect([...wholeNumbers(undefined)]).toEqual([]);
});

test("numbers come as SQLite tells them, also none", () => {
  const { statements, close } = newIndex();
  const told = (sql: string, values: number[] = []): number[][] => [
    [...statements.numbers(sql, values)],
    [...statements.numbersOnce(sql, values)],
  ];
  expect(
    told(
      "select cast(group_concat(column1) as blob) as numbers from (values(7), (0), (?))",
      [123_456_789_012],
    ),
  ).toEqual([
    [7, 0, 123_456_789_012],
    [7, 0, 123_456_789_012],
  ]);
  expect(
    told(
      "select cast(group_concat(row) as blob) as numbers from part where row < ?",
      [0],
    ),
  ).toEqual([[], []]);
  close();
});
