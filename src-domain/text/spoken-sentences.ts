import type { Block, TextRange } from "./blocks";
import { unitsOf } from "./text-units";

/** A sentence as it is read aloud. */
export interface SpokenSentence extends TextRange {
  /** Without the signs of footnotes, soft hyphens and line breaks. */
  readonly words: string;
  /** BCP 47; empty where it is unknown. */
  readonly language: string;
}

const JOINER = "\u2060";

interface SpokenText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly language: string;
}

/** The sentences of one block, in order; nothing for what has no words. A cell of a table is read by itself. */
export function sentencesOf(
  { text, language: ofText }: Omit<SpokenText, "blocks">,
  block: Block,
): SpokenSentence[] {
  const language = block.language ?? ofText;
  const cells = block.rows?.flat() ?? [block];
  return cells.flatMap((cell) => {
    const letters = withoutSigns(text, cell);
    return unitsOf(
      letters,
      { start: 0, end: letters.length },
      "sentence",
      language,
    )
      .map(({ start, end }) => ({
        start: cell.start + start,
        end: cell.start + end,
        language,
        words: wordsOf(letters.slice(start, end)),
      }))
      .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
  });
}

/** The sentence in which a place lies, or the first after it. */
export function sentenceFrom(
  item: SpokenText,
  place: number,
): SpokenSentence | undefined {
  for (let at = blockAt(item.blocks, place); item.blocks[at]; at += 1) {
    const block = item.blocks[at];
    const found =
      block && sentencesOf(item, block).find(({ end }) => end > place);
    if (found) return found;
  }
  return undefined;
}

/** The last sentence that ends at a place or before it. */
export function sentenceBefore(
  item: SpokenText,
  place: number,
): SpokenSentence | undefined {
  for (let at = blockAt(item.blocks, place); at >= 0; at -= 1) {
    const block = item.blocks[at];
    const found =
      block && sentencesOf(item, block).findLast(({ end }) => end <= place);
    if (found) return found;
  }
  return undefined;
}

function blockAt(blocks: readonly Block[], place: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/**
 * The letters of a stretch, each where it was; the signs of footnotes are word joiners, which end no sentence and keep
 * none from ending (UAX 29, rule SB5).
 */
function withoutSigns(
  text: string,
  { start, end, marks }: TextRange & Pick<Block, "marks">,
): string {
  let letters = "";
  let from = start;
  for (const mark of marks) {
    if (mark.kind !== "footnote-reference" || mark.start < from) continue;
    const until = Math.min(mark.end, end);
    letters += text.slice(from, mark.start) + JOINER.repeat(until - mark.start);
    from = until;
  }
  return letters + text.slice(from, end);
}

function wordsOf(letters: string): string {
  return letters
    .replace(/[\u00AD\u2060]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
