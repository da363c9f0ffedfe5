import { lettersOf } from "../text/skeleton";
import type { CfiPoint } from "./cfi";

/** More is not looked at: a few words tell one place from another. */
const LONGEST = 400;

/** Tells whether the text that a CFI asserts around a place stands there, white space and punctuation aside. */
export function fitsAssertion(
  text: string,
  point: CfiPoint,
  offset: number,
): boolean {
  const before = lettersOf((point.before ?? "").slice(-LONGEST));
  const after = lettersOf((point.after ?? "").slice(0, LONGEST));
  const [head, tail] = [
    text.slice(Math.max(0, offset - 4 * LONGEST), offset),
    text.slice(offset, offset + 4 * LONGEST),
  ];
  return lettersOf(head).endsWith(before) && lettersOf(tail).startsWith(after);
}
