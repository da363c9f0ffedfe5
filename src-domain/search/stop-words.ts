/** English words too common to narrow a search; they count in phrases, and where nothing else was asked. */
const STOP_WORDS = new Set(
  "a an and are as at be but by for from had has have he her his if in into is it its not of on or she so such that the their then there these they this to was were which who will with would".split(
    " ",
  ),
);

export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}
