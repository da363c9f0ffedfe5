import type { Block } from "#domain/text/blocks";
import type { BookPlace } from "./book-files";

/** Where the places of a book lie in its canonical text. */
export class BookAnchors {
  readonly #offsets = new Map<string, number>();
  #blocks: readonly Block[] = [];

  /** A document's text begins with the next block after `length` letters. Of one read several times the first counts. */
  startDocument(path: string, length: number): void {
    this.#add(path, length === 0 ? 0 : length + "\n\n".length);
  }

  /** An element with an id lies at an offset. */
  add(path: string, id: string, offset: number): void {
    this.#add(`${path}#${id}`, offset);
  }

  /** From here on offsets between two blocks are those of the second. */
  settle(blocks: readonly Block[]): void {
    this.#blocks = blocks;
  }

  /** Offset of a place, only where the part itself is found. */
  findExact({ path, fragment }: BookPlace): number | undefined {
    const key = fragment === undefined ? path : `${path}#${fragment}`;
    const offset = this.#offsets.get(key);
    return offset === undefined ? undefined : this.#settled(offset);
  }

  /** Offset of a place; of the whole document where the part is not found; `undefined` outside of what was read. */
  find(place: BookPlace): number | undefined {
    return this.findExact(place) ?? this.findExact({ path: place.path });
  }

  #add(key: string, offset: number): void {
    if (!this.#offsets.has(key)) this.#offsets.set(key, offset);
  }

  /** Binary search for the first block that does not end before the offset. */
  #settled(offset: number): number {
    let [low, high] = [0, this.#blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blocks[middle]?.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const block = this.#blocks[low] ?? this.#blocks.at(-1);
    if (!block) return 0;
    return Math.min(Math.max(offset, block.start), block.end);
  }
}
