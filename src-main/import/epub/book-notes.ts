import {
  isElement,
  nameOf,
  nextNode,
  oneLine,
  textWithin,
  type DomElement,
  type DomNode,
} from "../html/dom";
import { NoteLabels } from "../html/note-labels";

/** Book-wide name of the place that an address means. */
export type PlaceKey = (href: string) => string | undefined;

const REFERENCE_TEXT =
  /^(?:[[({]\s*(?:\d{1,4}[a-z]?|[*†‡§]{1,4})\s*[\])}]|\d{1,4}|[*†‡§]{1,4})$/u;
/** Names of notes as tools give them; those of the places that refer to them ("fnref1") are not among these. */
const NOTE_NAME =
  /#(?:fn|ftn|edn|en|note|(?:foot|end)notes?)[-_.]?\d+[a-z]?$/iu;
const LONGEST_BACK_TEXT = 12;
/** How far around a link the name of its place is looked for. */
const CLIMB = 3;

/**
 * Footnotes that stand in another part of the book than the references to them. Older books do not say which links are
 * which, and a part alone does not show it: what the parts before showed is told to the next in the words of EPUB.
 */
export class BookNotes {
  readonly labels = new NoteLabels();
  /** Places of references. A link to one, in a note, leads back. */
  readonly #references = new Set<string>();

  /** Marks links of a part, before it is written, as references and as links back. */
  mark(root: DomElement, keyOf: PlaceKey): void {
    for (const link of linksIn(root)) {
      const href = link.getAttribute("href") ?? "";
      const key = href.includes("#") ? keyOf(href) : undefined;
      if (key === undefined || href.startsWith("#")) continue;
      const text = oneLine(textWithin(link, 40));
      if (this.#references.has(key)) {
        if (text.length <= LONGEST_BACK_TEXT) say(link, "doc-backlink");
      } else if (
        NOTE_NAME.test(key) &&
        REFERENCE_TEXT.test(text) &&
        placesAround(link, keyOf).length > 0
      )
        say(link, "doc-noteref");
    }
  }

  /** Remembers where the references of a written part stand. */
  remember(root: DomElement, keyOf: PlaceKey): void {
    for (const link of linksIn(root)) {
      const href = link.getAttribute("href") ?? "";
      const key = href.includes("#") ? keyOf(href) : undefined;
      if (key === undefined || this.labels.find(key) === undefined) continue;
      for (const place of placesAround(link, keyOf))
        this.#references.add(place);
    }
  }
}

function* linksIn(root: DomElement): Generator<DomElement> {
  let node = nextNode(root, root);
  while (node) {
    if (isElement(node) && nameOf(node) === "a") yield node;
    node = nextNode(node, root);
  }
}

/** Names of a link and of the few elements around it that may hold nothing else. */
function placesAround(link: DomElement, keyOf: PlaceKey): string[] {
  const keys: string[] = [];
  let at: DomNode | null = link;
  for (let step = 0; step < CLIMB && isElement(at); step += 1) {
    if (step > 0 && !/^(?:a|sup|span|small)$/u.test(nameOf(at))) break;
    for (const attribute of ["id", "name"]) {
      const id = at.getAttribute(attribute);
      const key = id ? keyOf(`#${id}`) : undefined;
      if (key !== undefined) keys.push(key);
    }
    at = at.parentNode;
  }
  return keys;
}

function say(link: DomElement, role: string): void {
  const told = link.getAttribute("role");
  if (told === null && "setAttribute" in link)
    (link as DomElement & Settable).setAttribute("role", role);
}

interface Settable {
  setAttribute(name: string, value: string): void;
}
