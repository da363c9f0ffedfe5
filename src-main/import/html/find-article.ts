import { Readability } from "@mozilla/readability";
import {
  isElement,
  isText,
  nameOf,
  nextNode,
  semanticsOf,
  textWithin,
  type DomNode,
} from "./dom";
import { isHidden } from "./hidden";
import { NOTE_ATTRIBUTE } from "./marked-notes";
import { markNotes, putBackNotes } from "./keep-notes";
import { freeFormulas } from "./free-formulas";
import { tidyPage } from "./tidy-page";
import { parseHtml, type DomTree, type ParsedPage } from "./parse-html";

/** What a page is about, cut out of it. */
export interface Article {
  readonly root: DomTree;
  /** As Readability gives them; absent where the whole page is taken. */
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly siteName?: string | undefined;
  readonly isRightToLeft?: boolean;
  /** False when no article was found and the page's main part stands for it. */
  readonly isFound: boolean;
}

/** A shorter article may be a mistake; then the page is looked at again. */
const SHORT_LETTERS = 250;
/** Real pages are up to 60 deep; at 10,000 Readability takes minutes. */
const DEEPEST = 300;
const MOST_NODES = 400_000;

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

/** What a page with footnotes has in its source; looking for them in the others would only take time. */
const NOTE_SIGNS =
  /foot-?note|end-?note|rearnote|note-?ref|href\s*=\s*["']?[^"'\s>#]*#[^"'\s>#]*\d/iu;
const FORMULA_SIGNS = /<(?:\w+:)?math\b|math\/tex/iu;

/**
 * Cuts the article out of a page with Readability, which takes the page apart. Footnotes are marked before, since it
 * leaves out what looks like a list of links, and put back after; formulas are freed of what draws them. A page in
 * which it finds nothing, or less than there is, is parsed again and taken as a whole.
 */
export function findArticle(html: string, page: ParsedPage): Article {
  tidyPage(html, page);
  if (FORMULA_SIGNS.test(html)) freeFormulas(page);
  if (isFragment(html)) {
    markNotes(page);
    return { root: page.body, isFound: true };
  }
  // Readability asks for the text of each element and of all around it.
  if (isBeyondReadability(page.body))
    return {
      root: wholePage(page, mainPart(page.body)),
      isFound: false,
    };
  const hasNotes = NOTE_SIGNS.test(html);
  const notes = hasNotes ? markNotes(page) : new Map<string, DomTree>();
  const found = parseArticle(page);
  const { title, byline, siteName } = found ?? {};
  const said = {
    title: title ?? undefined,
    byline: byline ?? undefined,
    siteName: siteName ?? undefined,
  };
  const root = found?.content ?? undefined;
  const letters = (found?.textContent ?? "").trim().length;
  if (!root || letters < SHORT_LETTERS) {
    const again = parseHtml(html);
    const main = mainPart(again.body);
    // In its last attempt on a short page Readability leaves nothing out, not even menus.
    if (!root || main || proseLetters(again.body) > 3 * letters)
      return { ...said, root: wholePage(again, main), isFound: false };
  }
  putBackNotes(root, notes, page.document);
  const isRightToLeft = found?.dir?.toLowerCase() === "rtl";
  return { ...said, root, isRightToLeft, isFound: true };
}

/** A part of a page that somebody copied is what they wanted, all of it. */
function isFragment(html: string): boolean {
  return (
    !/<(?:html|head|body|title)[\s>]|<!doctype/iu.test(html) ||
    /<!--\s*StartFragment/iu.test(html)
  );
}

/** What Readability finds; nothing where the page is too much for it. */
function parseArticle(page: ParsedPage) {
  try {
    return new Readability<DomTree>(page.document as never, {
      keepClasses: true,
      serializer: (node) => node as unknown as DomTree,
    }).parse();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      return undefined;
    throw error;
  }
}

function isBeyondReadability(body: DomTree): boolean {
  let depth = 0;
  let nodes = 0;
  let node: DomNode = body;
  for (;;) {
    nodes += 1;
    if (depth > DEEPEST || nodes > MOST_NODES) return true;
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (!node.nextSibling) {
      if (node === body || !node.parentNode) return false;
      node = node.parentNode;
      depth -= 1;
    }
    if (node === body) return false;
    node = node.nextSibling;
  }
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

/** The main part of a page in which no article was found, without its menus. */
function wholePage(page: ParsedPage, main: DomTree | undefined): DomTree {
  markNotes(page);
  const root = main ?? page.body;
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
  return root;
}

/** What a page calls its main part, if it has letters. */
function mainPart(body: DomTree): DomTree | undefined {
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
  return chosen && textWithin(chosen, 200).trim() !== "" ? chosen : undefined;
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
