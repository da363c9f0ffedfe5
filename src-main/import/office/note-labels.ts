import { writeNumber } from "./number-text";

export type NoteKind = "footnote" | "endnote";

/** A note that the text refers to. */
export interface NoteReference {
  readonly kind: NoteKind;
  readonly id: string;
  readonly label: string;
}

/**
 * Labels of notes in the order they are referred to. Footnotes are numbered 1, 2, 3; endnotes too, unless there are
 * both: then they are i, ii, iii as in print, so that no two notes share a label. Own marks (`*`) are kept.
 */
export class NoteLabels {
  readonly #endnotesAreRoman: boolean;
  readonly #references: NoteReference[] = [];
  readonly #byNote = new Map<string, NoteReference>();
  /** Label -> the number that tells the next one like it apart. */
  readonly #taken = new Map<string, number>();
  readonly #counts = { footnote: 0, endnote: 0 };

  constructor(endnotesAreRoman: boolean) {
    this.#endnotesAreRoman = endnotesAreRoman;
  }

  /** All notes referred to so far, in order. */
  get references(): readonly NoteReference[] {
    return this.#references;
  }

  /** The label of a note; `ownMark` is what the text shows in place of a number. */
  labelOf(kind: NoteKind, id: string, ownMark?: string): string {
    const key = `${kind} ${id}`;
    const known = this.#byNote.get(key);
    if (known) return known.label;
    const label = this.#free(ownMark ?? this.#count(kind));
    const reference = { kind, id, label };
    this.#byNote.set(key, reference);
    this.#references.push(reference);
    return label;
  }

  #count(kind: NoteKind): string {
    this.#counts[kind] += 1;
    const isRoman = kind === "endnote" && this.#endnotesAreRoman;
    return writeNumber(this.#counts[kind], isRoman ? "lower-roman" : "decimal");
  }

  #free(label: string): string {
    let free = label;
    let again = this.#taken.get(label) ?? 1;
    for (; this.#taken.has(free); again += 1) free = `${label} (${again + 1})`;
    this.#taken.set(label, again);
    if (free !== label) this.#taken.set(free, 1);
    return free;
  }
}
