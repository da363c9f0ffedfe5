import type { TextRange } from "./blocks";

const FIRST_SIGNS = /^[^\p{L}\p{N}]*/u;
const LAST_SIGNS = /[^\p{L}\p{N}]*$/u;
const SPACE = /\s/u;

/**
 * Widens a range of letters by the signs before the first and after the last letter, as far as the quotation has them
 * too. White space between them may differ; where it is the same it belongs to the range.
 */
export function withEdges(
  text: string,
  { start, end }: TextRange,
  exact: string,
): TextRange {
  const [before = ""] = FIRST_SIGNS.exec(exact) ?? [];
  const [after = ""] = LAST_SIGNS.exec(exact) ?? [];
  const length = before.length + after.length;
  const [head, tail] = [
    text.slice(Math.max(0, start - 4 * length), start),
    text.slice(end, end + 4 * length),
  ];
  return {
    start: start - sharedLength([...before].reverse(), [...head].reverse()),
    end: end + sharedLength([...after], [...tail]),
  };
}

/** Units of the text's signs that are the quotation's, both read away from the letters. */
function sharedLength(
  quoted: readonly string[],
  signs: readonly string[],
): number {
  let shared = 0;
  for (const sign of quoted) {
    if (signs[shared] === sign) {
      shared += 1;
      continue;
    }
    if (SPACE.test(sign)) continue;
    let next = shared;
    while (SPACE.test(signs[next] ?? "")) next += 1;
    if (signs[next] !== sign) break;
    shared = next + 1;
  }
  return signs.slice(0, shared).join("").length;
}
