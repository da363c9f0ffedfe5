import type { QueryWord } from "./query";
import { textWords } from "./text-words";
import { fold, plainWord } from "./words";

/** The words of a piece of a query. */
export function queryWords(text: string): QueryWord[] {
  return textWords(text)
    .map(({ raw }) => ({ folded: fold(raw), plain: plainWord(raw) }))
    .filter(({ folded }) => folded !== "");
}
