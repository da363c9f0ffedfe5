import type { QueryWord } from "./query";
import { visitWords } from "./text-words";
import { fold, isPlain, plainWord } from "./words";

/** The words of a piece of a query. */
export function queryWords(text: string): QueryWord[] {
  const words: QueryWord[] = [];
  visitWords(text, "", (start, end) => {
    const word = queryWord(text.slice(start, end));
    if (word.folded !== "") words.push(word);
  });
  return words;
}

function queryWord(raw: string): QueryWord {
  if (!isPlain(raw)) return { folded: fold(raw), plain: plainWord(raw) };
  const lower = raw.toLowerCase();
  return { folded: lower, plain: lower };
}
