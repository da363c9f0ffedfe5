import type { TextRange } from "../text/blocks";
import type { Mention, MentionFinder } from "./find-mentions";

/** Letters that are searched in one go: a few milliseconds. */
const CHUNK = 6_000;

interface Chunk extends TextRange {
  mentions: readonly Mention[] | undefined;
}

/**
 * The mentions in a long text, found piece by piece: at once where they are asked for, and from its beginning on as
 * time allows. A surname counts once its whole name stood before it, so that what was found at once in the middle of a
 * text may gain some when the scan from the beginning comes by.
 */
export class MentionScan {
  readonly #text: string;
  readonly #language: string;
  readonly #finder: MentionFinder;
  readonly #chunks: Chunk[];
  readonly #named = new Set<string>();
  #next = 0;

  /** `blocks`: pieces in which names do not run over the edge. */
  constructor(
    item: {
      readonly text: string;
      readonly language: string;
      readonly blocks: readonly TextRange[];
    },
    finder: MentionFinder,
  ) {
    this.#text = item.text;
    this.#language = item.language;
    this.#finder = finder;
    this.#chunks = chunksOf(item.blocks);
  }

  get isDone(): boolean {
    return this.#next >= this.#chunks.length;
  }

  /** Searches the next piece from the beginning. Tells whether a piece that had been asked for holds others now. */
  step(): boolean {
    const chunk = this.#chunks[this.#next];
    if (!chunk) return false;
    this.#next += 1;
    const before = chunk.mentions;
    chunk.mentions = this.#find(chunk, this.#named);
    return before !== undefined && before.length !== chunk.mentions.length;
  }

  /** Those that touch a stretch, in order. */
  touching(start: number, end: number): Mention[] {
    return this.#chunks
      .slice(this.#indexAt(start), this.#indexAt(end) + 1)
      .flatMap((chunk) => this.#mentionsOf(chunk))
      .filter((mention) => mention.start < end && mention.end > start);
  }

  /** The first that begins at or after a place. */
  after(place: number): Mention | undefined {
    for (let at = this.#indexAt(place); at < this.#chunks.length; at += 1) {
      const chunk = this.#chunks[at];
      const found =
        chunk && this.#mentionsOf(chunk).find(({ start }) => start >= place);
      if (found) return found;
    }
    return undefined;
  }

  /** The last that ends at or before a place. */
  before(place: number): Mention | undefined {
    for (let at = this.#indexAt(place); at >= 0; at -= 1) {
      const chunk = this.#chunks[at];
      const found =
        chunk && this.#mentionsOf(chunk).findLast(({ end }) => end <= place);
      if (found) return found;
    }
    return undefined;
  }

  #mentionsOf(chunk: Chunk): readonly Mention[] {
    chunk.mentions ??= this.#find(chunk, new Set(this.#named));
    return chunk.mentions;
  }

  #find({ start, end }: TextRange, named: Set<string>): Mention[] {
    return this.#finder
      .find(this.#text.slice(start, end), this.#language, named)
      .map((mention) => ({
        ...mention,
        start: start + mention.start,
        end: start + mention.end,
      }));
  }

  /** Index of the last piece that begins at or before a place. */
  #indexAt(place: number): number {
    let [low, high] = [0, this.#chunks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#chunks[middle]?.start ?? Infinity) <= place) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

function chunksOf(blocks: readonly TextRange[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const { start, end } of blocks) {
    const last = chunks.at(-1);
    if (last && end - last.start <= CHUNK)
      chunks[chunks.length - 1] = { ...last, end };
    else chunks.push({ start, end, mentions: undefined });
  }
  return chunks;
}
