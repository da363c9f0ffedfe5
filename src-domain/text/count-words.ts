const WORD = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu;

/** Counts words: runs of letters and digits, with inner apostrophes, points and hyphens (`U.S`, `follow-up` are one). */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
