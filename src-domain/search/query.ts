import { wordsOf } from "./words";

/** One condition of a query, on folded words. */
export interface Term {
  /** One word, the beginning of a word, or words in a row. */
  readonly kind: "word" | "prefix" | "phrase";
  readonly words: readonly string[];
  readonly field?: "title";
  readonly isNegated: boolean;
}

/** A query as it is searched. `complaint` says where and why it could not be read as written; it was then read as plain words. */
export interface Query {
  readonly terms: readonly Term[];
  readonly complaint?: string;
}

/** English words too common to narrow a search; they count in phrases, and where nothing else was asked. */
const STOP_WORDS = new Set(
  "a an and are as at be but by for from had has have he her his if in into is it its not of on or she so such that the their then there these they this to was were which who will with would".split(
    " ",
  ),
);

const PART = /(-?)(title:)?(?:"([^"]*)"|(\S+))/gu;

/**
 * Reads a query: words (all required), `"phrase"`, `-not`, `word*`, `title:word`. The last word counts as the beginning
 * of one while it is being typed, that is, unless a space or a closing quotation mark follows it.
 */
export function parseQuery(text: string): Query {
  const isUnbalanced = (text.match(/["“”]/gu)?.length ?? 0) % 2 === 1;
  const plain = text.replace(/[“”]/gu, '"');
  const terms = isUnbalanced
    ? readParts(plain.replaceAll('"', " "), text)
    : readParts(plain, text);
  const positive = terms.filter((term) => !term.isNegated);
  const complaint = complaintOf(text, isUnbalanced, terms, positive);
  return {
    terms: withoutStopWords(terms),
    ...(complaint ? { complaint } : {}),
  };
}

function complaintOf(
  text: string,
  isUnbalanced: boolean,
  terms: readonly Term[],
  positive: readonly Term[],
): string | undefined {
  if (isUnbalanced) {
    const at =
      Math.max(
        text.lastIndexOf('"'),
        text.lastIndexOf("“"),
        text.lastIndexOf("”"),
      ) + 1;
    return `The quotation mark at character ${at} has no partner; searched as plain words.`;
  }
  if (terms.length > 0 && positive.length === 0)
    return "A query needs at least one word that is wanted.";
  return undefined;
}

function readParts(plain: string, typed: string): Term[] {
  const isTyping = /[^\s"”*]$/u.test(typed);
  const parts = [...plain.matchAll(PART)];
  return parts.flatMap((match, index) => {
    const [, minus = "", title, quoted, bare = ""] = match;
    const words = wordsOf(quoted ?? bare).map((word) => word.folded);
    if (words.length === 0) return [];
    const isLast = index === parts.length - 1;
    const isPrefix =
      quoted === undefined &&
      (bare.endsWith("*") || (isLast && isTyping && minus === ""));
    const shape = {
      isNegated: minus === "-",
      ...(title ? { field: "title" as const } : {}),
    };
    if (quoted !== undefined)
      return [
        {
          kind: words.length > 1 ? ("phrase" as const) : ("word" as const),
          words,
          ...shape,
        },
      ];
    return bareTerms(words, isPrefix).map((term) => ({ ...term, ...shape }));
  });
}

/** `NATO-Russia` is two words; only the last of them may be unfinished. */
function bareTerms(
  words: readonly string[],
  isPrefix: boolean,
): Pick<Term, "kind" | "words">[] {
  return words.map((word, index) => ({
    kind: isPrefix && index === words.length - 1 ? "prefix" : "word",
    words: [word],
  }));
}

function withoutStopWords(terms: readonly Term[]): readonly Term[] {
  const kept = terms.filter(
    (term) =>
      term.isNegated ||
      term.kind === "phrase" ||
      !STOP_WORDS.has(term.words[0] ?? ""),
  );
  return kept.some((term) => !term.isNegated) ? kept : terms;
}
