import type { ComplaintCode } from "./complaint";
import type { QueryWord, Term, WordField, WordTerm } from "./query";
import { queryWords } from "./query-words";
import { isUnspaced } from "./text-words";

/** Where a term stands and how it counts; terms that were written together share it. */
export interface TermPlace {
  readonly start: number;
  readonly end: number;
  readonly isNegated: boolean;
  readonly isUnfinished: boolean;
  readonly field?: WordField;
}

/** A star, or how many errors are allowed. */
const ENDING = /^(.*?)(?:(\*)|~(\d*))$/su;
const SHORTEST_BEGINNING = 2;
const SHORTEST_WITH_ERROR = 3;

/** What stands between quotation marks: words in a row, or a single whole word. */
export function phraseTerm(text: string, place: TermPlace): Term[] {
  const words = queryWords(text);
  const [word] = words;
  const finished = { ...place, isUnfinished: false };
  if (!word) return [];
  return words.length === 1
    ? [{ kind: "word", word, match: "whole", ...finished }]
    : [{ kind: "phrase", words, ...finished }];
}

/** The words of a text that could not be read as meant, each whole. */
export function plainTerms(text: string, place: TermPlace): Term[] {
  return bare(queryWords(text), "whole", { ...place, isUnfinished: false });
}

/** A piece without spaces: `word`, `word*`, `word~1`, `two-words` (both required), or a row of words written without spaces. */
export function wordTerms(
  text: string,
  place: TermPlace,
): { readonly terms: Term[]; readonly complaint?: ComplaintCode } {
  const isPlain = !text.includes("*") && !text.includes("~");
  const [, body = text, star, errors] = (!isPlain && ENDING.exec(text)) || [];
  const words = queryWords(body);
  const last = words.at(-1);
  if (!last) return { terms: [] };
  if (words.length > 1 && words.every(({ plain }) => isUnspaced(plain)))
    return {
      terms: [{ kind: "phrase", words, ...place, isUnfinished: false }],
    };
  if (star !== undefined)
    return last.folded.length >= SHORTEST_BEGINNING || isUnspaced(last.plain)
      ? { terms: bare(words, "prefix", place) }
      : {
          terms: bare(words, "whole", place),
          complaint: "beginning-too-short",
        };
  if (errors !== undefined) {
    const match = last.folded.length >= SHORTEST_WITH_ERROR ? "fuzzy" : "whole";
    const terms = bare(words, errors === "0" ? "whole" : match, place);
    return Number(errors) > 1
      ? { terms, complaint: "errors-too-many" }
      : { terms };
  }
  const isTyped = place.isUnfinished && !place.isNegated;
  return { terms: bare(words, isTyped ? "prefix" : "whole", place) };
}

/** Only the last of several words can be a beginning or hold an error. */
function bare(
  words: readonly QueryWord[],
  match: WordTerm["match"],
  place: TermPlace,
): Term[] {
  return words.map((word, index) => {
    const isLast = index === words.length - 1;
    return {
      kind: "word",
      word,
      match: isLast ? match : "whole",
      ...place,
      isUnfinished: isLast && match === "prefix" && place.isUnfinished,
    };
  });
}
