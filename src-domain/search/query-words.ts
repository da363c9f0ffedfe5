import type { QueryWord } from "./query";
import { visitWords } from "./text-words";
import { wordForms } from "./words";

/** The words of a piece of a query. */
export function queryWords(text: string): QueryWord[] {
  const words: QueryWord[] = [];
  visitWords(text, "", (start, end) => {
    const word = wordForms(text.slice(start, end));
    if (word.folded !== "") words.push(word);
  });
  return words;
}
