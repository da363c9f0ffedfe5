import type { Line } from "./lines";

const START =
  /^\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK\b|^\*END\*?\s*THE SMALL PRINT/iu;
const END =
  /^\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG EBOOK\b|^End of (?:the )?Project Gutenberg'?s?\b/iu;
const FARTHEST_START = 400;

/** A book of Project Gutenberg cut into the notice before it, itself, and the licence after it. */
export interface GutenbergBook {
  readonly notice: readonly Line[];
  readonly body: readonly Line[];
  readonly hasLicence: boolean;
}

/** Cuts a Project Gutenberg book at its own marks; `undefined` for any other text. */
export function cutGutenberg(
  lines: readonly Line[],
): GutenbergBook | undefined {
  const start = lines
    .slice(0, FARTHEST_START)
    .findIndex(({ text }) => START.test(text));
  if (start < 0) return undefined;
  // The mark itself may run over several lines.
  let from = start + 1;
  while (
    lines[from]?.gap === 0 &&
    !/\*{3}\s*$/u.test(lines[from - 1]?.text ?? "")
  )
    from += 1;
  const end = lines.findIndex(
    ({ text }, index) => index > from && END.test(text),
  );
  return {
    notice: lines.slice(0, start),
    body: lines.slice(from, end < 0 ? undefined : end),
    hasLicence: end >= 0,
  };
}
