import type { RowTable } from "#main/search/index/row-facts";
import { bestRows } from "#main/search/query/best-rows";
import fc from "fast-check";
import { expect, test } from "vitest";

const found = fc.array(
  fc.record({
    score: fc.oneof(
      fc.constantFrom(0, 1e-6, 1, 2),
      fc.double({ min: 1e-6, max: 50, noNaN: true }),
    ),
    weight: fc.constantFrom(1, 0.7, 0.35),
  }),
  { maxLength: 300 },
);

test("the best rows are those that sorting one by one gives, of equal ones the first", () => {
  fc.assert(
    fc.property(found, fc.integer({ min: 1, max: 400 }), (all, limit) => {
      // Rows that differ in less than the last bits may change places: here they are the same to begin with.
      const rounded = all.map(({ score, weight }) => ({
        weight,
        score: Math.round(score * 1e4) / 1e4,
      }));
      const table: RowTable = {
        docs: Int32Array.from([0, ...rounded.map((_, at) => at + 7)]),
        words: new Int32Array(rounded.length + 1),
        weights: Float64Array.from([0, ...rounded.map(({ weight }) => weight)]),
        count: rounded.length,
        last: rounded.length,
        total: 0,
      };
      const best = bestRows(
        table,
        {
          rows: Int32Array.from(rounded, (_, at) => at + 1),
          scores: Float64Array.from(rounded, ({ score }) => score),
        },
        limit,
      );
      const sorted = rounded
        .map(({ score, weight }, at) => ({
          row: at + 1,
          doc: at + 7,
          score: score * weight,
        }))
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
      expect(best).toEqual(sorted);
    }),
  );
});

test("a row that is in no document is left out", () => {
  const table: RowTable = {
    docs: Int32Array.of(0, 3, 0),
    words: Int32Array.of(0, 1, 1),
    weights: Float64Array.of(0, 1, 1),
    count: 1,
    last: 1,
    total: 1,
  };
  const rows = { rows: Int32Array.of(1, 2), scores: Float64Array.of(1, 2) };
  expect(bestRows(table, rows, 10)).toEqual([{ row: 1, doc: 3, score: 1 }]);
});
