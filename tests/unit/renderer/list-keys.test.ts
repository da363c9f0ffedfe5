import { expect, test } from "vitest";
import { moveBy } from "../../../src-renderer/features/library/list-keys";

const TABLE = { total: 100, perRow: 1, perPage: 20 };
const SHELF = { total: 10, perRow: 4, perPage: 8 };

test("in a table, arrows move by one, pages by a window less one, and nothing leaves the list", () => {
  expect(moveBy("ArrowDown", 5, TABLE)).toBe(6);
  expect(moveBy("ArrowUp", 0, TABLE)).toBe(0);
  expect(moveBy("ArrowDown", 99, TABLE)).toBe(99);
  expect(moveBy("PageDown", 5, TABLE)).toBe(24);
  expect(moveBy("PageUp", 5, TABLE)).toBe(0);
  expect(moveBy("End", 5, TABLE)).toBe(99);
  expect(moveBy("ArrowRight", 5, TABLE)).toBeUndefined();
});

test("on a shelf, arrows up and down move by a row and stay where there is none", () => {
  expect(moveBy("ArrowDown", 1, SHELF)).toBe(5);
  expect(moveBy("ArrowDown", 7, SHELF)).toBe(7);
  expect(moveBy("ArrowUp", 2, SHELF)).toBe(2);
  expect(moveBy("ArrowRight", 3, SHELF)).toBe(4);
  expect(moveBy("PageDown", 1, SHELF)).toBe(5);
});

test("an empty list has nowhere to go, and letters are not moves", () => {
  expect(moveBy("End", 0, { ...TABLE, total: 0 })).toBeUndefined();
  expect(moveBy("a", 0, TABLE)).toBeUndefined();
});
