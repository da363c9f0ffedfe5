import type { Block, StructuredText, TextRange } from "../text/blocks";
import { countWords } from "../text/count-words";

/** About as many words as a reader takes in at a glance through a page; measured as the unit of relevance in the search design. */
const WORDS_A_PASSAGE = 250;

/** A stretch of an item that is found as one, with the heading it stands under. */
export interface Passage extends TextRange {
  readonly heading?: string;
}

/** Cuts an item at paragraph borders into passages of about 250 words; a heading always begins a new one. */
export function cutPassages({ text, blocks }: StructuredText): Passage[] {
  const passages: Passage[] = [];
  let heading: string | undefined;
  let open: { start: number; end: number; words: number } | undefined;
  const close = (): void => {
    if (open)
      passages.push({
        start: open.start,
        end: open.end,
        ...(heading ? { heading } : {}),
      });
    open = undefined;
  };
  for (const block of blocks) {
    if (block.kind === "heading") {
      close();
      heading = text.slice(block.start, block.end);
    }
    if (block.end === block.start) continue;
    const words = wordsIn(text, block);
    if (open && open.words > 0 && open.words + words > WORDS_A_PASSAGE * 1.3)
      close();
    open = {
      start: open?.start ?? block.start,
      end: block.end,
      words: (open?.words ?? 0) + words,
    };
    if (open.words >= WORDS_A_PASSAGE) close();
  }
  close();
  return passages;
}

function wordsIn(text: string, block: Block): number {
  return countWords(text.slice(block.start, block.end));
}
