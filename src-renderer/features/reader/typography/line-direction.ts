import type { Settings } from "#bridge/contract/settings";

/** How the lines of a text run; vertical lines follow one another from right to left, or from left to right. */
export type LineDirection = "horizontal" | "leftward" | "rightward";

/** Traditional Mongolian is written in vertical lines only. */
const ALWAYS = /^mn-Mong/iu;
const SOMETIMES = /^(?:zh|ja|ko|yue|lzh)(?:-|$)/iu;

/** Tells whether texts of a language (BCP 47) are set in vertical lines by those who wish it. */
export function canBeVertical(language: string): boolean {
  return SOMETIMES.test(language);
}

export function lineDirection(
  language: string,
  { readingVertically }: Pick<Settings, "readingVertically">,
): LineDirection {
  if (ALWAYS.test(language)) return "rightward";
  return readingVertically && canBeVertical(language)
    ? "leftward"
    : "horizontal";
}
