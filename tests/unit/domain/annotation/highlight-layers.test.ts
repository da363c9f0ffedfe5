import { layersOf } from "#domain/annotation/highlight-layers";
import { expect, test } from "vitest";

const at = (
  start: number,
  end: number,
  colour: "yellow" | "blue" = "yellow",
) => ({
  start,
  end,
  colour,
});

test("highlights side by side share a layer; nested and crossing ones of a colour do not", () => {
  expect(layersOf([at(0, 5), at(5, 9)])).toEqual([0, 0]);
  expect(layersOf([at(0, 20), at(3, 8), at(15, 25)])).toEqual([0, 1, 1]);
});

test("other colours have layers of their own", () => {
  expect(layersOf([at(0, 20), at(3, 8, "blue")])).toEqual([0, 0]);
});

test("deep nesting shares the last layer", () => {
  expect(layersOf([at(0, 9), at(1, 9), at(2, 9), at(3, 9)])).toEqual([
    0, 1, 2, 2,
  ]);
});
