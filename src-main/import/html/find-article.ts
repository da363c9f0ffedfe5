import { Readability } from "@mozilla/readability";
import {
  isElement,
  isText,
  nameOf,
  nextNode,
  semanticsOf,
  textWithin,
  wordsOf,
  type DomNode,
} from "./dom";
import { findNotes } from "./find-notes";
import { isHidden } from "./hidden";
import { NOTE_ATTRIBUTE } from "./marked-notes";
import { NoteLabels } from "./note-labels";
import type { DomTree, ParsedPage } from "./parse-html";

/** What a page is about, cut out of it. */
export interface Article {
  readonly root: DomTree;
  /** As Readability gives them; absent where the whole page is taken. */
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly siteName?: string | undefined;
  /** False when no article was found and the page's main part stands for it. */
  readonly isFound: boolean;
}

/** A shorter article may be a mistake; then the page is looked at again. */
const SHORT_LETTERS = 250;
/** More notes than this are no notes. */
const MOST_NOTES = 5_000;

const OUTSIDE = new Set(["nav", "aside", "footer", "form", "dialog"]);
const OUTSIDE_ROLES = new Set([
  "navigation",
  "banner",
  "contentinfo",
  "search",
  "complementary",
  "dialog",
  "menu",
  "menubar",
]);

/**
 * Cuts the article out of a page with Readability, which takes the page apart. Footnotes are marked before, since it
 * leaves out what looks like a list of links, and put back after. `again` parses the page anew for pages that it finds
 * nothing in.
 */
export function findArticle(
  page: ParsedPage,
  again: () => ParsedPage,
): Article {
  const letters = proseLetters(page.body);
  showFormulas(page.body);
  const notes = markNotes(page.body);
  const found = new Readability<DomTree>(page.document as never, {
    keepClasses: true,
    serializer: (node) => node as unknown as DomTree,
  }).parse();
  const root = found?.content ?? undefined;
  const length = (found?.textContent ?? "").trim().length;
  const isEnough =
    root !== undefined && (length >= SHORT_LETTERS || length * 3 >= letters);
  if (!found || !isEnough)
    return {
      ...wholePage(again()),
      title: found?.title ?? undefined,
      byline: found?.byline ?? undefined,
      siteName: found?.siteName ?? undefined,
    };
  putBackNotes(root, notes, page);
  return {
    root,
    title: found.title ?? undefined,
    byline: found.byline ?? undefined,
    siteName: found.siteName ?? undefined,
    isFound: true,
  };
}

/** Letters of running text on a page: in paragraphs and the like, not in links and menus. */
function proseLetters(body: DomTree): number {
  let letters = 0;
  let node: DomNode | undefined = body;
  while (node) {
    let isSkipped = false;
    if (isText(node)) letters += (node.textContent ?? "").trim().length;
    else if (isElement(node)) {
      const name = nameOf(node);
      isSkipped =
        /^(?:script|style|noscript|template|a|nav|footer|aside|button|select|form|svg)$/u.test(
          name,
        );
    }
    node = nextNode(node, body, isSkipped);
  }
  return letters;
}

/** MediaWiki hides its formulas and shows pictures of them; Readability would leave the hidden ones out. */
function showFormulas(body: DomTree): void {
  for (
    let node: DomNode | undefined = body;
    node;
    node = nextNode(node, body)
  ) {
    if (!isElement(node) || nameOf(node) !== "math") continue;
    const around = node.parentNode;
    if (
      isElement(around) &&
      wordsOf(around, "class").some((word) =>
        word.startsWith("mwe-math-mathml"),
      )
    )
      (around as DomTree).removeAttribute("style");
  }
}

/** Writes into the page which elements are footnotes and references. @returns copies of the notes, by label */
function markNotes(body: DomTree): ReadonlyMap<string, DomTree> {
  const { references, notes, backLinks } = findNotes(
    body,
    new NoteLabels(),
    (href) => (href.startsWith("#") ? href : undefined),
  );
  const copies = new Map<string, DomTree>();
  if (notes.size > MOST_NOTES) return copies;
  for (const [element, label] of references)
    (element as DomTree).setAttribute(NOTE_ATTRIBUTE, `reference ${label}`);
  for (const element of backLinks)
    (element as DomTree).setAttribute(NOTE_ATTRIBUTE, "back");
  for (const [element, label] of notes)
    (element as DomTree).setAttribute(NOTE_ATTRIBUTE, `note ${label}`);
  for (const [element, label] of notes)
    copies.set(label, (element as DomTree).cloneNode(true));
  return copies;
}

/** Appends the notes that the article refers to and that were left out of it. */
function putBackNotes(
  root: DomTree,
  notes: ReadonlyMap<string, DomTree>,
  { document }: ParsedPage,
): void {
  if (notes.size === 0) return;
  const told: { references: Set<string>; notes: Set<string> } = {
    references: new Set(),
    notes: new Set(),
  };
  for (
    let node: DomNode | undefined = root;
    node;
    node = nextNode(node, root)
  ) {
    if (!isElement(node)) continue;
    const mark = node.getAttribute(NOTE_ATTRIBUTE);
    if (mark?.startsWith("reference ")) told.references.add(mark.slice(10));
    if (mark?.startsWith("note ")) told.notes.add(mark.slice(5));
  }
  const missing = document.createElement("div");
  for (const label of told.references) {
    const note = notes.get(label);
    if (note && !told.notes.has(label)) missing.appendChild(note);
  }
  root.appendChild(missing);
}

/** The main part of a page in which no article was found, without its menus. */
function wholePage({ body }: ParsedPage): Article {
  markNotes(body);
  const root = mainPart(body);
  const outside: DomTree[] = [];
  let node: DomNode | undefined = nextNode(root, root);
  while (node) {
    const isOut = isElement(node) && isOutside(node as DomTree);
    if (isOut) outside.push(node as DomTree);
    node = nextNode(node, root, isOut);
  }
  const rest =
    textWithin(root, 100_000).trim().length -
    outside.reduce(
      (sum, one) => sum + textWithin(one, 100_000).trim().length,
      0,
    );
  // A page of nothing but a form or a menu is at least that.
  if (rest > 0) outside.forEach((element) => element.remove());
  return { root, isFound: false };
}

function mainPart(body: DomTree): DomTree {
  const candidates: { main?: DomTree; articles: DomTree[] } = { articles: [] };
  for (let node = nextNode(body, body); node; node = nextNode(node, body)) {
    if (!isElement(node)) continue;
    const name = nameOf(node);
    if (name === "main" || semanticsOf(node).includes("main"))
      candidates.main ??= node as DomTree;
    if (name === "article") candidates.articles.push(node as DomTree);
  }
  const { main, articles } = candidates;
  const [only] = articles;
  const chosen = articles.length === 1 ? only : main;
  return chosen && textWithin(chosen, 200).trim() !== "" ? chosen : body;
}

function isOutside(element: DomTree): boolean {
  if (isHidden(element)) return true;
  if (semanticsOf(element).some((role) => OUTSIDE_ROLES.has(role))) return true;
  if (element.getAttribute(NOTE_ATTRIBUTE) !== null) return false;
  return OUTSIDE.has(nameOf(element)) && !holdsNote(element);
}

function holdsNote(element: DomTree): boolean {
  for (
    let node = nextNode(element, element);
    node;
    node = nextNode(node, element)
  )
    if (isElement(node) && node.getAttribute(NOTE_ATTRIBUTE) !== null)
      return true;
  return false;
}
