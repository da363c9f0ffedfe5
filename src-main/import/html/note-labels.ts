/**
 * The labels of an item's footnotes: unique in the item, though each chapter may begin at 1 again. Shared by all parts
 * of a book, so that a reference in one part finds its note in another.
 */
export class NoteLabels {
  readonly #byKey = new Map<string, string>();
  readonly #used = new Set<string>();
  /** The last number tried for a label, so that ten thousand notes named "*" take no more time than others. */
  readonly #tried = new Map<string, number>();

  /** The label that the place with this key has. */
  find(key: string): string | undefined {
    return this.#byKey.get(key);
  }

  /** The label for the place with this key: the wished one where it is free. */
  give(key: string, wished: string): string {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const label = this.#free(wished.slice(0, 40) || "*");
    this.#used.add(label);
    this.#byKey.set(key, label);
    return label;
  }

  #free(wished: string): string {
    if (!this.#used.has(wished)) return wished;
    let number = this.#tried.get(wished) ?? 1;
    let label: string;
    do {
      number += 1;
      label = `${wished}-${number}`;
    } while (this.#used.has(label));
    this.#tried.set(wished, number);
    return label;
  }
}
