const FIELDS = 4;

/** Stretches of a text that stand in its source just so, in order; as numbers in one row, for a long book has very many. */
export class SegmentRow {
  /** Of each: its offset in the text, its chunk, where it begins in that, its length. */
  readonly #numbers: number[] = [];
  /** Where the last one ends in the text and in its chunk. */
  #end = 0;
  #chunk = -1;
  #rawEnd = 0;

  /** Adds a stretch; what was there from its offset on was taken away from the text again. */
  add(offset: number, chunk: number, raw: number, length: number): void {
    if (offset < this.#end) this.#cutTo(offset);
    const numbers = this.#numbers;
    if (chunk === this.#chunk && offset === this.#end && raw === this.#rawEnd)
      numbers.push((numbers.pop() ?? 0) + length);
    else numbers.push(offset, chunk, raw, length);
    this.#end = offset + length;
    this.#chunk = chunk;
    this.#rawEnd = raw + length;
  }

  /** The stretches of a text of so many units, each told by its difference to the one before (`SourcePlacesFile`). */
  finish(textLength: number): readonly number[] {
    this.#cutTo(textLength);
    const numbers = this.#numbers;
    const coded: number[] = [];
    let [end, lastChunk, rawEnd] = [0, 0, 0];
    for (let at = 0; at < numbers.length; at += FIELDS) {
      const offset = numbers[at] ?? 0;
      const chunk = numbers[at + 1] ?? 0;
      const raw = numbers[at + 2] ?? 0;
      const length = numbers[at + 3] ?? 0;
      const from = chunk === lastChunk ? rawEnd : 0;
      coded.push(offset - end, chunk - lastChunk, raw - from, length);
      end = offset + length;
      lastChunk = chunk;
      rawEnd = raw + length;
    }
    return coded;
  }

  #cutTo(length: number): void {
    const numbers = this.#numbers;
    while (numbers.length > 0) {
      const offset = numbers.at(-FIELDS) ?? 0;
      const kept = Math.min(numbers.at(-1) ?? 0, length - offset);
      if (kept > 0) {
        numbers[numbers.length - 1] = kept;
        this.#end = offset + kept;
        // What follows a cut is a stretch of its own.
        this.#chunk = -1;
        return;
      }
      numbers.length -= FIELDS;
    }
    this.#end = 0;
    this.#chunk = -1;
  }
}
