import {
  isElement,
  isText,
  nameOf,
  nextNode,
  oneLine,
  semanticsOf,
  textWithin,
  wordsOf,
  type DomElement,
  type DomNode,
} from "./dom";
import type { NoteLabels } from "./note-labels";

/** Which elements of a document refer to footnotes, are footnotes, or lead back. */
export interface FoundNotes {
  /** Elements whose letters are a reference, with the note's label. */
  readonly references: ReadonlyMap<DomNode, string>;
  /** Elements that are a footnote, with its label. */
  readonly notes: ReadonlyMap<DomNode, string>;
  /** Links that lead from a footnote back to its place in the text. */
  readonly backLinks: ReadonlySet<DomNode>;
}

interface LocalLink {
  readonly element: DomElement;
  readonly key: string;
  /** Place in document order. */
  readonly order: number;
  readonly text: string;
}

interface Place {
  readonly element: DomElement;
  readonly order: number;
}

const REFERENCE_TEXT =
  /^[[({]?\s*(?:(?:foot|end)?note\s*|fn\.?\s*|n\.\s*)?(?:\d{1,4}[a-z]?|[a-z]{1,2}|[ivxlc]{1,7}|[*†‡§¶#]{1,5})\s*[\])}.]?$/iu;
const REFERENCE_CLASS =
  /^(?:(?:foot|end)?note-?(?:ref(?:erence)?|link|anchor|call)|fn-?ref|noteref|footnote|see-footnote|easy-footnote|sdfootnoteanc|sdendnoteanc)$/u;
const NOTE_KEY =
  /(?:foot|end)note|cite_note|(?:^|#|_)(?:fn|ftn|edn|en|note|sd(?:foot|end)note|bib|cite|ref|nb|n)[-_:.]?\d+|(?:^|#)(?:fn|ftn|ftnt|edn)[-_:.]/iu;
const NOTE_TERMS = new Set(["footnote", "endnote", "rearnote"]);
const NOTES_TERMS = new Set(["footnotes", "endnotes", "rearnotes"]);
const NOTES_CLASS =
  /^(?:footnotes?(?:-list|s?-end-of-document)?|endnotes?(?:-list)?|footnotes-list|easy-footnotes-wrapper|footnote-list)$/u;
const NOTE_BLOCKS = new Set(
  "li p div aside section dd blockquote table td figure".split(" "),
);
const BACK_CLASS =
  /^(?:(?:foot|end)?note-?back(?:-?link|-?ref)?|fn-?back(?:ref|link)?|back-?(?:link|ref)|reversefootnote|mw-cite-backlink|data-footnote-backref|footnote__back|easy-footnote-to-top)$/u;
const BACK_TEXT =
  /^(?:(?:\s|[\u2190\u2191\u21A9\u23CE\u21B5\u2934\u21E7\u2B06\u25B2^\u00AB\u2039]|\u{1F519}|\uFE0E|\uFE0F)*|(?:go\s+)?back(?:\s+to\s+(?:text|content|article|reference))?|return(?:\s+to\s+(?:text|article))?|jump\s+up|zurück|retour)$/iu;
/** How far up the block that holds a note's anchor is looked for. */
const CLIMB = 6;
/** A larger element holds an article, not a note. */
const MAX_NOTE_NODES = 3_000;

/**
 * Finds footnotes by what the web and books use: EPUB's and ARIA's words, classes, anchors in superscripts, pairs of
 * links that lead to one another. One pass over the document, and a bounded look at each link.
 */
export function findNotes(
  root: DomElement,
  labels: NoteLabels,
  keyOf: (href: string) => string | undefined,
): FoundNotes {
  return new NoteFinder(root, labels, keyOf).find();
}

class NoteFinder {
  readonly #root: DomElement;
  readonly #labels: NoteLabels;
  readonly #keyOf: (href: string) => string | undefined;
  readonly #places = new Map<string, Place>();
  readonly #links: LocalLink[] = [];
  readonly #meant: DomElement[] = [];
  readonly #references = new Map<DomNode, string>();
  readonly #notes = new Map<DomNode, string>();
  readonly #backLinks = new Set<DomNode>();
  /** Keys of all anchors in or around references: a link to one leads back. */
  readonly #referenceKeys = new Set<string>();
  readonly #isSmall = new Map<DomElement, boolean>();
  readonly #itemNumbers = new Map<DomNode, number>();

  constructor(
    root: DomElement,
    labels: NoteLabels,
    keyOf: (href: string) => string | undefined,
  ) {
    this.#root = root;
    this.#labels = labels;
    this.#keyOf = keyOf;
  }

  find(): FoundNotes {
    this.#look();
    for (const link of this.#links) this.#takeReference(link);
    for (const [key, { element }] of this.#places) {
      const label = this.#labels.find(key);
      if (label !== undefined) this.#takeNote(element, label);
    }
    for (const element of this.#meant) this.#takeMeant(element);
    if (this.#notes.size > 0)
      for (const link of this.#links) this.#takeBackLink(link);
    return {
      references: this.#references,
      notes: this.#notes,
      backLinks: this.#backLinks,
    };
  }

  #look(): void {
    let order = 0;
    let notesEnd: DomNode | undefined;
    for (
      let node: DomNode | undefined = this.#root;
      node;
      node = nextNode(node, this.#root)
    ) {
      if (node === notesEnd) notesEnd = undefined;
      if (!isElement(node)) continue;
      order += 1;
      const name = nameOf(node);
      this.#lookAtPlace(node, name, order);
      if (name === "a") this.#lookAtLink(node, order);
      const terms = semanticsOf(node);
      if (terms.some((term) => NOTE_TERMS.has(term))) this.#meant.push(node);
      else if (isNotesContainer(node, terms))
        notesEnd = nextNode(node, this.#root, true) ?? this.#root;
      else if (notesEnd && name === "li" && isOuterItem(node))
        this.#meant.push(node);
    }
  }

  #lookAtPlace(element: DomElement, name: string, order: number): void {
    const ids = [
      element.getAttribute("id"),
      name === "a" ? element.getAttribute("name") : null,
    ];
    for (const id of ids) {
      const key = id ? this.#keyOf(`#${id}`) : undefined;
      if (key !== undefined && !this.#places.has(key))
        this.#places.set(key, { element, order });
    }
  }

  #lookAtLink(element: DomElement, order: number): void {
    const href = element.getAttribute("href");
    if (!href?.includes("#")) return;
    const key = this.#keyOf(href.trim());
    if (key === undefined) return;
    this.#links.push({
      element,
      key,
      order,
      text: oneLine(textWithin(element, 60)),
    });
  }

  #takeReference(link: LocalLink): void {
    const place = this.#places.get(link.key);
    const isMeant = isMeantReference(link.element);
    // A link that leads up leads back, unless it says otherwise.
    if (place && place.order < link.order && !isMeant) return;
    if (!isMeant && !this.#looksLikeReference(link, place)) return;
    const outer = outermost(link.element);
    const note = place ? this.#noteAround(place.element) : undefined;
    if (place && (!note || holds(note, link.element))) return;
    const label = this.#labels.give(
      link.key,
      link.text.replace(/^[\s[({]+|[\s\])}.]+$/gu, ""),
    );
    this.#references.set(outer, label);
    for (
      let at: DomNode | null = link.element, steps = 0;
      at && steps < 4;
      at = at.parentNode, steps += 1
    ) {
      if (!isElement(at)) break;
      for (const attribute of ["id", "name"]) {
        const id = at.getAttribute(attribute);
        const key = id ? this.#keyOf(`#${id}`) : undefined;
        if (key !== undefined) this.#referenceKeys.add(key);
      }
    }
  }

  #looksLikeReference(link: LocalLink, place: Place | undefined): boolean {
    if (!REFERENCE_TEXT.test(link.text)) return false;
    if (isRaised(link.element))
      return place !== undefined || NOTE_KEY.test(link.key);
    if (!place) return false;
    if (NOTE_KEY.test(link.key)) return true;
    return this.#leadsBack(place.element, link.element);
  }

  /** Tells whether a link at the place leads to the reference. */
  #leadsBack(place: DomElement, reference: DomElement): boolean {
    const back = nameOf(place) === "a" ? place : firstLink(place);
    const key = this.#keyOf(back?.getAttribute("href") ?? "");
    const target =
      key === undefined ? undefined : this.#places.get(key)?.element;
    return (
      target !== undefined && (target === reference || holds(target, reference))
    );
  }

  #takeNote(element: DomElement, label: string): void {
    const note = this.#noteAround(element);
    if (note && !this.#notes.has(note)) this.#notes.set(note, label);
  }

  /** A note that says it is one, though nothing refers to it. */
  #takeMeant(element: DomElement): void {
    if (this.#notes.has(element) || !this.#hasNoteSize(element)) return;
    for (
      let at: DomNode | null = element.parentNode, steps = 0;
      at && steps < CLIMB;
      at = at.parentNode, steps += 1
    )
      if (this.#notes.has(at)) return;
    for (
      let node = nextNode(element, element);
      node;
      node = nextNode(node, element)
    )
      if (this.#notes.has(node)) return;
    const id = element.getAttribute("id");
    const key =
      (id ? this.#keyOf(`#${id}`) : undefined) ??
      `note ${this.#notes.size} ${id ?? ""}`;
    this.#notes.set(element, this.#labels.give(key, this.#ownLabel(element)));
  }

  /** The block that is the note at this place; `undefined` where there is none of a note's size. */
  #noteAround(place: DomElement): DomElement | undefined {
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
    return at !== this.#root && this.#hasNoteSize(at) ? at : undefined;
  }

  #hasNoteSize(element: DomElement): boolean {
    const known = this.#isSmall.get(element) ?? isSmall(element);
    this.#isSmall.set(element, known);
    return known;
  }

  /** What a note calls itself: its number in its list, the mark it begins with, or the number in its name. */
  #ownLabel(element: DomElement): string {
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

  #takeBackLink(link: LocalLink): void {
    const { element, key, text } = link;
    if (this.#references.has(outermost(element))) return;
    const isNamed =
      semanticsOf(element).some((term) =>
        /^(?:backlink|referrer)$/u.test(term),
      ) ||
      wordsOf(element, "class").some((word) => BACK_CLASS.test(word)) ||
      wordsOf(element, "rev").includes("footnote");
    const isBack =
      isNamed ||
      (this.#referenceKeys.has(key) && text.length <= 12) ||
      BACK_TEXT.test(text);
    if (isBack && this.#isInNote(element)) this.#backLinks.add(element);
  }

  #isInNote(element: DomElement): boolean {
    for (
      let at: DomNode | null = element, steps = 0;
      at && steps < 64;
      at = at.parentNode, steps += 1
    )
      if (this.#notes.has(at)) return true;
    return false;
  }
}

function isNotesContainer(element: DomElement, terms: string[]): boolean {
  if (terms.some((term) => NOTES_TERMS.has(term))) return true;
  return wordsOf(element, "class").some((word) => NOTES_CLASS.test(word));
}

/** Tells whether a list item is not part of another one: a list inside a note is not a list of notes. */
function isOuterItem(item: DomElement): boolean {
  for (
    let at = item.parentNode, steps = 0;
    at && steps < CLIMB;
    at = at.parentNode, steps += 1
  )
    if (isElement(at) && nameOf(at) === "li") return false;
  return true;
}

function isMeantReference(link: DomElement): boolean {
  for (
    let at: DomNode | null = link, steps = 0;
    at && isElement(at) && steps < 3;
    at = at.parentNode, steps += 1
  ) {
    const name = nameOf(at);
    if (steps > 0 && name !== "sup" && name !== "span") return false;
    if (semanticsOf(at).includes("noteref")) return true;
    if (wordsOf(at, "rel").includes("footnote")) return true;
    if (at.getAttribute("data-footnote-ref") !== null) return true;
    if (wordsOf(at, "class").some((word) => REFERENCE_CLASS.test(word)))
      return true;
    if (name === "sup" && wordsOf(at, "class").includes("reference"))
      return true;
  }
  return false;
}

function isRaised(link: DomElement): boolean {
  for (
    let at: DomNode | null = link.parentNode, steps = 0;
    at && isElement(at) && steps < 3;
    at = at.parentNode, steps += 1
  ) {
    const style = at.getAttribute("style") ?? "";
    if (nameOf(at) === "sup" || /vertical-align\s*:\s*super/iu.test(style))
      return true;
  }
  const inner = link.firstChild;
  return isElement(inner) && nameOf(inner) === "sup";
}

/** The link, or the superscript or span around it that holds nothing else but brackets. */
function outermost(link: DomElement): DomElement {
  let outer = link;
  for (let steps = 0; steps < 4; steps += 1) {
    const parent = outer.parentNode;
    if (!isElement(parent) || !/^(?:sup|span|small)$/u.test(nameOf(parent)))
      break;
    if (!isAlone(outer)) break;
    outer = parent;
  }
  return outer;
}

function isAlone(element: DomElement): boolean {
  return [element.previousSibling, element.nextSibling].every(
    (sibling) =>
      sibling === null ||
      ((!sibling.nextSibling || !sibling.previousSibling) &&
        isText(sibling) &&
        /^[\s[\](){}]*$/u.test(sibling.textContent ?? "")),
  );
}

/** Tells whether an element around a note's first block is that note as a whole. */
function isOneNote(element: DomElement): boolean {
  const name = nameOf(element);
  if (name === "li") return true;
  if (name !== "div" && name !== "aside") return false;
  if (semanticsOf(element).some((term) => NOTE_TERMS.has(term))) return true;
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

function holds(outer: DomElement, inner: DomNode): boolean {
  for (
    let at: DomNode | null = inner, steps = 0;
    at && steps < 64;
    at = at.parentNode, steps += 1
  )
    if (at === outer) return true;
  return false;
}

function firstLink(element: DomElement): DomElement | undefined {
  let steps = 0;
  for (
    let node = nextNode(element, element);
    node && steps < 40;
    node = nextNode(node, element), steps += 1
  )
    if (isElement(node) && nameOf(node) === "a") return node;
  return undefined;
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
