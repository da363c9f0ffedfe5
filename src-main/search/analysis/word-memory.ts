/** Words at the beginning; the tables grow with what is put in. */
const FIRST_WORDS = 1_024;
const NONE = -1;
/** The last UTF-16 unit that is one byte in UTF-8. */
const LAST_PLAIN = 0x7f;
/** Of UTF-8, at most. */
const MOST_BYTES_A_UNIT = 3;

/**
 * What was made of words, by the word as it stands in a text. A text of a library has millions of words, nearly all of
 * them met before: they are looked up without being cut out, and take some forty bytes each.
 */
export class WordMemory {
  /** Entry + 1 at the place that a word's hash tells, or at the next free one behind it; 0: free. */
  #slots = new Int32Array(4 * FIRST_WORDS);
  #size = 0;
  #hashes = new Int32Array(FIRST_WORDS);
  /** Where in `#letters` the word of an entry ends and in `#bytes` what was made of it; they begin where the one before ends. */
  #wordEnds = new Int32Array(FIRST_WORDS);
  #madeEnds = new Int32Array(FIRST_WORDS);
  #letters = new Uint16Array(8 * FIRST_WORDS);
  #bytes = Buffer.alloc(8 * FIRST_WORDS);

  get size(): number {
    return this.#size;
  }

  /** The entry of the word that stands at a place; -1 where it was not put in. */
  find(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.#slots[slot] ?? 0) - 1;
      if (entry === NONE) return NONE;
      if (this.#hashes[entry] === hash && this.#is(entry, text, start, end))
        return entry;
    }
  }

  /** Remembers a word that is not there yet. Returns its entry. */
  put(text: string, start: number, end: number, made: string): number {
    const entry = this.#size;
    if (entry === this.#hashes.length) this.#grow();
    this.#size += 1;
    const from = entry === 0 ? 0 : (this.#wordEnds[entry - 1] ?? 0);
    this.#letters = withRoom(this.#letters, from + end - start);
    for (let at = start; at < end; at += 1)
      this.#letters[from + at - start] = text.charCodeAt(at);
    this.#wordEnds[entry] = from + end - start;
    this.#madeEnds[entry] = this.#keep(made, this.#madeFrom(entry));
    const hash = hashOf(text, start, end);
    this.#hashes[entry] = hash;
    this.#place(entry, hash);
    return entry;
  }

  /** Copies what was made of a word to a place. Returns where it ends there. */
  copyMade(entry: number, target: Uint8Array, at: number): number {
    const end = this.#madeEnds[entry] ?? 0;
    let to = at;
    for (let from = this.#madeFrom(entry); from < end; from += 1) {
      target[to] = this.#bytes[from] ?? 0;
      to += 1;
    }
    return to;
  }

  /** UTF-8 bytes of what was made of a word. */
  madeSize(entry: number): number {
    return (this.#madeEnds[entry] ?? 0) - this.#madeFrom(entry);
  }

  /** Returns where it ends. */
  #keep(made: string, from: number): number {
    const most = from + MOST_BYTES_A_UNIT * made.length;
    if (most > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes], 2 * most);
    // Short and plain as nearly all are, they are written faster than handed over.
    for (let at = 0; at < made.length; at += 1) {
      const unit = made.charCodeAt(at);
      if (unit > LAST_PLAIN) return from + this.#bytes.write(made, from);
      this.#bytes[from + at] = unit;
    }
    return from + made.length;
  }

  #madeFrom(entry: number): number {
    return entry === 0 ? 0 : (this.#madeEnds[entry - 1] ?? 0);
  }

  #is(entry: number, text: string, start: number, end: number): boolean {
    const from = entry === 0 ? 0 : (this.#wordEnds[entry - 1] ?? 0);
    if ((this.#wordEnds[entry] ?? 0) - from !== end - start) return false;
    for (let at = start; at < end; at += 1)
      if (this.#letters[from + at - start] !== text.charCodeAt(at))
        return false;
    return true;
  }

  #grow(): void {
    const size = 2 * this.#size;
    this.#hashes = withRoom(this.#hashes, size);
    this.#wordEnds = withRoom(this.#wordEnds, size);
    this.#madeEnds = withRoom(this.#madeEnds, size);
    this.#slots = new Int32Array(4 * size);
    for (let entry = 0; entry < this.#size; entry += 1)
      this.#place(entry, this.#hashes[entry] ?? 0);
  }

  #place(entry: number, hash: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry + 1;
  }
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function withRoom<Numbers extends Int32Array | Uint16Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  if (length <= numbers.length) return numbers;
  const wider = new (numbers.constructor as new (length: number) => Numbers)(
    Math.max(length, 2 * numbers.length),
  );
  wider.set(numbers);
  return wider;
}
