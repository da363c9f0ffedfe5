import { isRightToLeft } from "#domain/text/writing-direction";
import { expect, it } from "vitest";

it("tells languages written from right to left, by their script where the tag has one", () => {
  const rightToLeft = [
    "ar",
    "ar-EG",
    "he",
    "fa-IR",
    "ur",
    "yi",
    "az-Arab",
    "ar-Arab",
    "uz-Arab-AF",
  ];
  const leftToRight = [
    "",
    "en",
    "de-CH",
    "ru",
    "ja",
    "yi-Latn",
    "ar-Latn",
    "arn",
    "az",
    "zh-Hant",
  ];
  expect(rightToLeft.filter((tag) => !isRightToLeft(tag))).toEqual([]);
  expect(leftToRight.filter((tag) => isRightToLeft(tag))).toEqual([]);
});
