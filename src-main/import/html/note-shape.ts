import {
  isElement,
  nameOf,
  nextNode,
  oneLine,
  semanticsOf,
  textWithin,
  wordsOf,
  type DomElement,
  type DomNode,
} from "./dom";
import { isMeantNote } from "./note-signs";

const NOTE_BLOCKS = new Set(
  "li p div aside section dd blockquote table td figure".split(" "),
);
/** How far up the block that holds a note's anchor is looked for. */
export const CLIMB = 6;
/** A larger element holds an article, not a note. */
const MAX_NOTE_NODES = 3_000;

/** Tells how far a note reaches in the document below `root`, and what it calls itself. Remembers what it looked at. */
export class NoteShapes {
  readonly #root: DomElement;
  readonly #isSmall = new Map<DomElement, boolean>();
  readonly #itemNumbers = new Map<DomNode, number>();

  constructor(root: DomElement) {
    this.#root = root;
  }

  /** The block that is the note at this place; `undefined` where there is none of a note's size. */
  around(place: DomElement): DomElement | undefined {
    let at: DomElement = place;
    for (let steps = 0; !NOTE_BLOCKS.has(nameOf(at)); steps += 1) {
      if (nameOf(at) === "dt") {
        const definition = nextElement(at);
        return definition && nameOf(definition) === "dd"
          ? definition
          : undefined;
      }
      const parent = at.parentNode;
      if (at === this.#root || steps >= CLIMB || !isElement(parent))
        return undefined;
      at = parent;
    }
    const parent = at.parentNode;
    if (
      isElement(parent) &&
      parent !== this.#root &&
      isFirst(at) &&
      isOneNote(parent)
    )
      at = parent;
    return at !== this.#root && this.hasNoteSize(at) ? at : undefined;
  }

  /** Tells whether an element has the size of a note and no headings. */
  hasNoteSize(element: DomElement): boolean {
    const known = this.#isSmall.get(element) ?? isSmall(element);
    this.#isSmall.set(element, known);
    return known;
  }

  /** What a note calls itself: its number in its list, the mark it begins with, or the number in its name. */
  ownLabel(element: DomElement): string {
    if (nameOf(element) === "li") return String(this.#itemNumber(element));
    return (
      markOf(element) ??
      /(\d{1,4})$/u.exec(element.getAttribute("id") ?? "")?.[1] ??
      ""
    );
  }

  #itemNumber(item: DomElement): number {
    let before = item.previousSibling;
    while (before && !(isElement(before) && nameOf(before) === "li"))
      before = before.previousSibling;
    const number = before ? (this.#itemNumbers.get(before) ?? 1) + 1 : 1;
    this.#itemNumbers.set(item, number);
    return number;
  }
}

/** Tells whether an element around a note's first block is that note as a whole. */
function isOneNote(element: DomElement): boolean {
  const name = nameOf(element);
  if (name === "li") return true;
  if (name !== "div" && name !== "aside") return false;
  if (isMeantNote(semanticsOf(element))) return true;
  if (
    /^(?:ftn|fn|edn|sdfootnote|sdendnote|footnote|endnote)[-_]?\d+$/iu.test(
      element.getAttribute("id") ?? "",
    )
  )
    return true;
  return wordsOf(element, "class").some((word) =>
    /^(?:foot|end)note$/u.test(word),
  );
}

function isFirst(element: DomElement): boolean {
  for (let at = element.previousSibling; at; at = at.previousSibling)
    if (isElement(at) || (at.textContent ?? "").trim() !== "") return false;
  return true;
}

/** Tells whether an element has the size of a note and no headings. */
function isSmall(element: DomElement): boolean {
  let nodes = 0;
  for (
    let node = nextNode(element, element);
    node;
    node = nextNode(node, element)
  ) {
    nodes += 1;
    if (nodes > MAX_NOTE_NODES) return false;
    if (isElement(node) && /^h[1-6]$/u.test(nameOf(node))) return false;
  }
  return true;
}

function nextElement(element: DomElement): DomElement | undefined {
  let at = element.nextSibling;
  while (at && !isElement(at)) at = at.nextSibling;
  return at ?? undefined;
}

/** The mark that a note begins with. */
function markOf(element: DomElement): string | undefined {
  const start = oneLine(textWithin(element, 30));
  return (
    /^[[({]?(\d{1,4}|[a-z]|[*†‡§¶]{1,4})[\])}.:]/iu.exec(start)?.[1] ??
    /^([*†‡§¶]{1,4}|\d{1,4}(?=\s))/u.exec(start)?.[1]
  );
}
