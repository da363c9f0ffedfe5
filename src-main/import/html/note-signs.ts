import {
  isElement,
  isText,
  nameOf,
  semanticsOf,
  wordsOf,
  type DomElement,
  type DomNode,
} from "./dom";

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
const BACK_CLASS =
  /^(?:(?:foot|end)?note-?back(?:-?link|-?ref)?|fn-?back(?:ref|link)?|back-?(?:link|ref)|reversefootnote|mw-cite-backlink|data-footnote-backref|footnote__back|easy-footnote-to-top)$/u;
const BACK_TEXT =
  /^(?:(?:\s|[\u2190\u2191\u21A9\u23CE\u21B5\u2934\u21E7\u2B06\u25B2^\u00AB\u2039]|\u{1F519}|\uFE0E|\uFE0F)*|(?:go\s+)?back(?:\s+to\s+(?:text|content|article|reference))?|return(?:\s+to\s+(?:text|article))?|jump\s+up|zurück|retour)$/iu;
/** Tells whether a link's letters may be a reference: a number, a letter or two, a dagger, perhaps in brackets. */
export function isReferenceText(text: string): boolean {
  return REFERENCE_TEXT.test(text);
}

/** Tells whether the name of a place is one that notes have. */
export function isNoteKey(key: string): boolean {
  return NOTE_KEY.test(key);
}

/** Tells whether an element says that it is a note. */
export function isMeantNote(terms: readonly string[]): boolean {
  return terms.some((term) => NOTE_TERMS.has(term));
}

/** Tells whether an element says that it holds notes. */
export function isNotesContainer(
  element: DomElement,
  terms: readonly string[],
): boolean {
  if (terms.some((term) => NOTES_TERMS.has(term))) return true;
  return wordsOf(element, "class").some((word) => NOTES_CLASS.test(word));
}

/** Tells whether a link leads back, by what it is called. */
export function isNamedBackLink(link: DomElement): boolean {
  return (
    semanticsOf(link).some((term) => /^(?:backlink|referrer)$/u.test(term)) ||
    wordsOf(link, "class").some((word) => BACK_CLASS.test(word)) ||
    wordsOf(link, "rev").includes("footnote")
  );
}

/** Tells whether a link leads back, by what it shows. */
export function isBackText(text: string): boolean {
  return BACK_TEXT.test(text);
}

/** Tells whether a link says that it refers to a note. */
export function isMeantReference(link: DomElement): boolean {
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

/** Tells whether a link is written above the line. */
export function isRaised(link: DomElement): boolean {
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
export function outermost(link: DomElement): DomElement {
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
