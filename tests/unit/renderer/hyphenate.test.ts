import { describe, expect, it } from "vitest";
import { hyphenate } from "../../../src-renderer/features/reader/typography/hyphenate";
import { patternsFor } from "../../../src-renderer/features/reader/typography/hyphenation-languages";
import {
  canBeVertical,
  lineDirection,
} from "../../../src-renderer/features/reader/typography/line-direction";

const everywhere = (word: string): string => word.split("").join("\u00AD");

describe("dividing words", () => {
  it("keeps two letters before and three after, and short words whole", () => {
    expect(hyphenate("the treaty", everywhere)).toBe("the tr\u00ADe\u00ADaty");
  });

  it("leaves addresses, numbers and names of files whole", () => {
    const text =
      "https://example.org/documents cables@example.org 09USNATO348 treaty.txt see_below C:\\documents";
    expect(hyphenate(text, everywhere)).toBe(text);
  });

  it("divides words beside quotation marks and full stops", () => {
    expect(hyphenate("“Treaty.” Not", everywhere)).toBe(
      "“Tr\u00ADe\u00ADaty.” Not",
    );
  });

  it("takes the patterns of the region, else of the language, else none", () => {
    expect(patternsFor("en-US")).toBe(patternsFor("en-us-posix"));
    expect(patternsFor("en-AU")).toBe(patternsFor("en"));
    expect(patternsFor("en-AU")).not.toBe(patternsFor("en-US"));
    expect(patternsFor("ja")).toBeUndefined();
  });
});

describe("the direction of lines", () => {
  it("is vertical for East Asian texts when wished, and always for traditional Mongolian", () => {
    expect(lineDirection("ja", { readingVertically: true })).toBe("leftward");
    expect(lineDirection("ja", { readingVertically: false })).toBe(
      "horizontal",
    );
    expect(lineDirection("en", { readingVertically: true })).toBe("horizontal");
    expect(lineDirection("mn-Mong", { readingVertically: false })).toBe(
      "rightward",
    );
    expect(canBeVertical("zh-Hant")).toBe(true);
    expect(canBeVertical("kok")).toBe(false);
  });
});
