import type { ItemDocument } from "#bridge/contract/library";
import type { Block, TextRange } from "#domain/text/blocks";
import { unitsOf, type TextUnit } from "#domain/text/text-units";
import { domRange } from "../text-nodes";
import type { PassageSelection } from "./passage-selection.svelte";

const UNITS: readonly TextUnit[] = ["sentence", "word", "paragraph"];
/** A block without a unit of its own is passed over; so many in a row are no text any more. */
const MOST_EMPTY = 200;

/** What the keyboard selects with. */
interface Options {
  readonly item: () => ItemDocument;
  readonly article: () => HTMLElement | undefined;
  readonly selection: PassageSelection;
  /** Where one reads. */
  readonly readingAt: () => number;
  /** Brings a passage onto the page and into view. */
  readonly reveal: (range: TextRange) => Promise<void>;
}

/** Selecting without a mouse: whole sentences, words or paragraphs, one after the other, each extended at will. */
export class KeyboardSelection {
  readonly #options: Options;
  #unit = $state<TextUnit>("sentence");
  isOn = $state(false);

  constructor(options: Options) {
    this.#options = options;
  }

  /** Begins with a sentence where one reads; pressed again, takes the next kind of unit there. */
  async begin(): Promise<void> {
    const present = this.#options.selection.read();
    if (this.isOn && present) {
      const next = (UNITS.indexOf(this.#unit) + 1) % UNITS.length;
      this.#unit = UNITS[next] ?? "sentence";
    } else this.#unit = "sentence";
    this.isOn = true;
    const from = present?.start ?? this.#options.readingAt();
    await this.#select(this.#unitAfter(from, true));
  }

  end(): void {
    this.isOn = false;
  }

  /** Selects the next or the previous unit. */
  async step(direction: 1 | -1): Promise<void> {
    const present = this.#options.selection.read();
    if (!present) return this.end();
    await this.#select(
      direction === 1
        ? this.#unitAfter(present.end, false)
        : this.#unitBefore(present.start),
    );
  }

  /** Moves the end of the selection. */
  extend(
    direction: "forward" | "backward",
    by: "character" | "word" | "line",
  ): void {
    getSelection()?.modify("extend", direction, by);
  }

  async #select(range: TextRange | undefined): Promise<void> {
    if (!range) return;
    // At once where it can be: whoever types fast goes on with the next key.
    const isSelected = this.#put(range);
    await this.#options.reveal(range);
    if (!isSelected) this.#put(range);
    this.#options.selection.show();
  }

  #put(range: TextRange): boolean {
    const article = this.#options.article();
    const made = article && domRange(article, range);
    if (!made) return false;
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(made);
    return true;
  }

  #unitAfter(place: number, takesWhole: boolean): TextRange | undefined {
    const { blocks } = this.#options.item();
    const from = Math.max(0, blockIndex(blocks, place));
    for (const block of blocks.slice(from, from + MOST_EMPTY)) {
      const found = this.#unitsOf(block).find(({ start, end }) =>
        takesWhole ? end > place : start >= place,
      );
      if (found) return found;
    }
    return undefined;
  }

  #unitBefore(place: number): TextRange | undefined {
    const { blocks } = this.#options.item();
    const until = blockIndex(blocks, place);
    for (
      let index = until;
      index >= 0 && index > until - MOST_EMPTY;
      index -= 1
    ) {
      const block = blocks[index];
      const found =
        block && this.#unitsOf(block).findLast(({ end }) => end <= place);
      if (found) return found;
    }
    return undefined;
  }

  #unitsOf(block: Block): TextRange[] {
    const { text, language } = this.#options.item();
    return unitsOf(text, block, this.#unit, block.language ?? language);
  }
}

/** Index of the block in which a place lies, or the last before it. */
function blockIndex(blocks: readonly Block[], place: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
