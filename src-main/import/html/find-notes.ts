import {
  isElement,
  nameOf,
  nextNode,
  oneLine,
  semanticsOf,
  textWithin,
  type DomElement,
  type DomNode,
} from "./dom";
import type { NoteLabels } from "./note-labels";
import { CLIMB, NoteShapes } from "./note-shape";
import {
  isBackText,
  isMeantNote,
  isMeantReference,
  isNamedBackLink,
  isNoteKey,
  isNotesContainer,
  isRaised,
  isReferenceText,
  outermost,
} from "./note-signs";

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
  readonly #shapes: NoteShapes;

  constructor(
    root: DomElement,
    labels: NoteLabels,
    keyOf: (href: string) => string | undefined,
  ) {
    this.#root = root;
    this.#shapes = new NoteShapes(root);
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
      if (isMeantNote(terms)) this.#meant.push(node);
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
    const note = place ? this.#shapes.around(place.element) : undefined;
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
    if (!isReferenceText(link.text)) return false;
    if (isRaised(link.element))
      return place !== undefined || isNoteKey(link.key);
    if (!place) return false;
    if (isNoteKey(link.key)) return true;
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
    const note = this.#shapes.around(element);
    if (note && !this.#notes.has(note)) this.#notes.set(note, label);
  }

  /** A note that says it is one, though nothing refers to it. */
  #takeMeant(element: DomElement): void {
    if (this.#notes.has(element) || !this.#shapes.hasNoteSize(element)) return;
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
    this.#notes.set(
      element,
      this.#labels.give(key, this.#shapes.ownLabel(element)),
    );
  }

  #takeBackLink(link: LocalLink): void {
    const { element, key, text } = link;
    if (this.#references.has(outermost(element))) return;
    const isBack =
      isNamedBackLink(element) ||
      (this.#referenceKeys.has(key) && text.length <= 12) ||
      isBackText(text);
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
