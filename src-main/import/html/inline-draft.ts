import type { MarkKind } from "#domain/text/blocks";
import type { TextWriter } from "#domain/text/text-writer";
import type { DomNode } from "./dom";

/** A mark that is open while letters are written. */
export interface OpenMark {
  readonly kind: MarkKind;
  readonly target?: string;
}

/** Told where an anchor begins in the canonical text. */
export type AnchorListener = (id: string, offset: number) => void;

/** What letters on their way come from. */
export interface LettersOrigin {
  /** The text that they stand in. */
  readonly source: DomNode;
  /** How many letters of it, with its white space folded, were left out before them. */
  readonly skipped: number;
  /** White space was not folded. */
  readonly isKept: boolean;
}

/** Told of what letters come from, where they stand in the canonical text, and how many they are. */
export type LettersListener = (
  origin: LettersOrigin,
  offset: number,
  length: number,
) => void;

/** An origin stands right before its letters. */
type Token =
  | string
  | LettersOrigin
  | { readonly open: OpenMark }
  | { readonly close: true }
  | { readonly anchor: string }
  | { readonly page: string };

const INK = /[^\s\u200B-\u200F\u2060\uFEFF\u00AD]/u;

/**
 * The letters of one block (or cell, or caption) on their way: white space is folded as CSS does, across elements.
 * Collected first and played into the writer at the end, because only then is known whether there is anything to write.
 */
export class InlineDraft {
  #tokens: Token[] = [];
  #last = "";
  #depth = 0;
  #hasInk = false;
  #breaks = 0;
  #length = 0;

  constructor(marks: readonly OpenMark[]) {
    marks.forEach((mark) => this.open(mark));
  }

  /** Tells whether there is anything but white space. */
  get hasInk(): boolean {
    return this.#hasInk;
  }

  /** Letters so far. */
  get length(): number {
    return this.#length;
  }

  /** Two line breaks in a row are how old pages begin a paragraph. */
  isAtParagraphBreak(letters: string): boolean {
    return this.#breaks > 1 && INK.test(letters);
  }

  /** `source`: the node they stand in, to be told of when they are written. */
  text(letters: string, source?: DomNode): void {
    const whole = letters.replace(/[ \t\n\r\f]+/gu, " ");
    let folded = whole;
    if (!this.#hasInk) folded = folded.replace(/^[\s\u200B\uFEFF]+/u, "");
    else if (this.#last === " " || this.#last === "\n")
      folded = folded.replace(/^ /u, "");
    this.#push(
      folded,
      source && {
        source,
        skipped: whole.length - folded.length,
        isKept: false,
      },
    );
  }

  /** Letters whose white space counts. */
  keptText(letters: string, source?: DomNode): void {
    const whole = letters.replace(/\r\n?/gu, "\n");
    const kept = this.#hasInk ? whole : whole.replace(/^(?:[ \t]*\n)+/u, "");
    this.#push(
      kept,
      source && { source, skipped: whole.length - kept.length, isKept: true },
    );
  }

  lineBreak(): void {
    if (!this.#hasInk) return;
    this.#breaks += 1;
    if (this.#breaks === 1) this.#newLine();
  }

  /** Where a block would begin if this could hold any. */
  softBreak(): void {
    if (this.#hasInk && this.#last !== "\n") this.#newLine();
  }

  open(mark: OpenMark): void {
    this.#depth += 1;
    this.#tokens.push({ open: mark });
  }

  close(): void {
    if (this.#depth === 0) return;
    this.#depth -= 1;
    this.#tokens.push({ close: true });
  }

  anchor(anchor: string): void {
    this.#tokens.push({ anchor });
  }

  page(page: string): void {
    this.#tokens.push({ page });
  }

  /** Takes over the places told to another draft that came to nothing. */
  takePlaces(from: InlineDraft): void {
    for (const token of from.#tokens)
      if (typeof token === "object" && ("anchor" in token || "page" in token))
        this.#tokens.push(token);
    from.#tokens = from.#tokens.filter(
      (token) =>
        typeof token === "string" || !("anchor" in token || "page" in token),
    );
  }

  /** Takes white space away that a preformatted block left where nothing else was written. */
  dropSpace(): void {
    if (this.#hasInk || this.#length === 0) return;
    this.#tokens = this.#tokens.filter(
      (token) => typeof token !== "string" && !("source" in token),
    );
    this.#length = 0;
    this.#last = "";
  }

  /** Tells the places that were never written, at the end of all. */
  tellPlaces(
    onAnchor: (id: string) => void,
    onPage: (label: string) => void,
  ): void {
    for (const token of this.#tokens)
      if (typeof token === "string") continue;
      else if ("anchor" in token) onAnchor(token.anchor);
      else if ("page" in token) onPage(token.page);
  }

  /** Takes letters that fit away from the beginning. */
  dropLeading(letters: RegExp): void {
    const index = this.#tokens.findIndex(
      (token) => typeof token === "string" && token !== "",
    );
    const token = this.#tokens[index];
    if (typeof token !== "string") return;
    const rest = token.replace(letters, "");
    if (rest === token) return;
    this.#tokens[index] = rest;
    this.#skip(index - 1, token.length - rest.length);
    if (rest.trim() === "") this.dropLeading(/^\s+/u);
  }

  /** Closes what is open and takes the white space at the end away. */
  finish(): void {
    while (this.#depth > 0) this.close();
    for (let index = this.#tokens.length - 1; index >= 0; index -= 1) {
      const token = this.#tokens[index];
      if (typeof token !== "string") continue;
      const trimmed = token.trimEnd();
      this.#tokens[index] = trimmed;
      if (trimmed !== "") return;
    }
  }

  /** Writes everything into the writer's open block. */
  play(
    to: TextWriter,
    onAnchor: AnchorListener,
    onLetters?: LettersListener,
  ): void {
    this.#playFrom(0, to, onAnchor, onLetters);
  }

  /** @returns the place after the mark's end */
  #playFrom(
    from: number,
    to: TextWriter,
    onAnchor: AnchorListener,
    onLetters: LettersListener | undefined,
  ): number {
    let index = from;
    let origin: LettersOrigin | undefined;
    while (index < this.#tokens.length) {
      const token = this.#tokens[index];
      index += 1;
      if (token === undefined) break;
      if (typeof token === "string") {
        if (origin) onLetters?.(origin, to.length, token.length);
        origin = undefined;
        to.write(token);
      } else if ("source" in token) origin = token;
      else if ("anchor" in token) onAnchor(token.anchor, to.length);
      else if ("page" in token) to.page(token.page);
      else if ("close" in token) return index;
      else {
        const inside = index;
        to.mark(
          token.open.kind,
          () => {
            index = this.#playFrom(inside, to, onAnchor, onLetters);
          },
          token.open.target,
        );
      }
    }
    return index;
  }

  #skip(index: number, letters: number): void {
    const token = this.#tokens[index];
    if (typeof token !== "object" || !("source" in token)) return;
    this.#tokens[index] = { ...token, skipped: token.skipped + letters };
  }

  #push(letters: string, origin?: LettersOrigin): void {
    if (letters === "") return;
    if (origin) this.#tokens.push(origin);
    if (INK.test(letters)) {
      this.#hasInk = true;
      this.#breaks = 0;
    }
    this.#length += letters.length;
    this.#last = letters.at(-1) ?? "";
    this.#tokens.push(letters);
  }

  #newLine(): void {
    let index = this.#tokens.length - 1;
    while (index >= 0 && typeof this.#tokens[index] !== "string") index -= 1;
    const token = this.#tokens[index];
    if (typeof token === "string") this.#tokens[index] = token.trimEnd();
    this.#tokens.push("\n");
    this.#last = "\n";
  }
}
