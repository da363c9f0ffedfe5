import type { WordTerm } from "./query";

/** Words of letters and digits without accents, and spaces: nearly everything that is typed. */
const IS_PLAIN = /^[A-Za-z0-9 ]*$/;

/**
 * The words of a query that is nothing but plain words, in the same form as reading it sign by sign gives them, which takes
 * several times as long: each letter that one types is waited for. `undefined` of any other.
 */
export function plainQuery(text: string): WordTerm[] | undefined {
  if (!IS_PLAIN.test(text)) return undefined;
  const terms: WordTerm[] = [];
  let start = 0;
  for (const word of text.toLowerCase().split(" ")) {
    const end = start + word.length;
    const isUnfinished = end === text.length;
    if (end > start)
      terms.push({
        kind: "word",
        word: { folded: word, plain: word },
        match: isUnfinished ? "prefix" : "whole",
        start,
        end,
        isNegated: false,
        isUnfinished,
      });
    start = end + 1;
  }
  return terms;
}
