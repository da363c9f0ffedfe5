import { expect, test } from "vitest";
import { isSamePanes } from "../../../src-renderer/app/same-panes";
import type { ReaderRoute } from "../../../src-renderer/app/route";
import {
  placedAt,
  swapped,
  without,
} from "../../../src-renderer/features/reader/beside/sides";

const at = { offset: 40, within: 0.5 };
const two: ReaderRoute = {
  screen: "reader",
  item: "a",
  target: { start: 1, end: 2 },
  beside: { item: "b" },
};

test("a place on one side leaves the other side the same object, and lights nothing", () => {
  const moved = placedAt(two, "first", at);
  expect(moved).toEqual({
    screen: "reader",
    item: "a",
    at,
    beside: { item: "b" },
  });
  expect(moved.beside).toBe(two.beside);
  expect(placedAt(two, "second", at).target).toBe(two.target);
  expect(placedAt(two, "second", at).beside).toEqual({ item: "b", at });
  expect(placedAt(two, "second", undefined)).toBe(two);
});

test("a note beside an item has no place", () => {
  const note: ReaderRoute = {
    screen: "reader",
    item: "a",
    beside: { note: "n" },
  };
  expect(placedAt(note, "second", at)).toBe(note);
  expect(swapped(note)).toBe(note);
  expect(without(note, "first")).toEqual({ screen: "notes", note: "n" });
  expect(without(note, "second")).toEqual({ screen: "reader", item: "a" });
});

test("two items change places with where one stands in them", () => {
  const standing = placedAt(placedAt(two, "first", at), "second", {
    offset: 7,
    within: 0,
  });
  const other = swapped(standing);
  expect(other).toEqual({
    screen: "reader",
    item: "b",
    at: { offset: 7, within: 0 },
    beside: { item: "a", at },
  });
  expect(swapped(other)).toEqual(standing);
});

test("the item that is left stays when the other is closed", () => {
  expect(without(two, "first")).toEqual({ screen: "reader", item: "b" });
  expect(without(two, "second")).toEqual({
    screen: "reader",
    item: "a",
    target: { start: 1, end: 2 },
  });
});

test("a jump stays among the same texts; another item, note or screen does not", () => {
  expect(isSamePanes(two, placedAt(two, "first", at))).toBe(true);
  expect(isSamePanes(two, swapped(two))).toBe(false);
  expect(isSamePanes(two, without(two, "second"))).toBe(false);
  expect(isSamePanes(two, { ...two, beside: { note: "b" } })).toBe(false);
  expect(isSamePanes(two, { screen: "library" })).toBe(false);
});
